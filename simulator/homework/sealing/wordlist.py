"""Short plain words to make a passphrase of, easy to say over a telephone and to type."""

_TEXT = """
acorn actor album alley almond amber anchor angle ankle apple apron arbour arch arena armchair
arrow artist atlas attic autumn avenue awning badge bagel baker balcony ballad balloon bamboo
banana banjo banner barge barley barn barrel basil basin basket beacon beaker beam bean beaver
bedside beetle bellow belt bench bicycle biscuit blanket blazer blender blossom blouse bobbin
bonnet bonus bookcase border bottle bottom boulder bouquet bracket branch brass bread breeze brick
bridge brisk broccoli bronze brook broom brother brown brush bubble bucket buckle budget buffet
bugle bundle bungalow butter button cabbage cabin cable cactus cake calendar camel camera camping
canal candle canoe canopy canvas captain caravan card carpet carriage carton castle catalogue
cattle cavern cedar ceiling cellar cello centre century chair chalet chalk chapel chapter charcoal
chart cheese cherry chess chestnut chicken chimney chorus cider cinema cinnamon circle circus city
clarinet classic clay clever cliff clinic cloak clock cloth cloud clover coach coast coat cobble
cocoa coconut coffee collar colour column comb comet comic common compass concert copper coral
corner cosy cottage cotton counter country county courtyard cousin crab cradle crane crate crayon
cricket crisp crocus crown crumb crust crystal cuckoo cucumber cupboard curtain curve cushion
custard cycle cymbal daffodil dairy daisy dancer dapple dawn daylight deckchair delta denim desert
desk detail dial diamond diary dinner diploma dish ditch doctor dolphin domino donkey doorbell
double dozen dragon drawer dream dresser drift driver drizzle drum dune dusk duvet eagle early
earth easel east echo eclipse edge editor elbow elder eleven elm ember emerald engine envelope
equal errand estate evening exhibit express fabric falcon family famous farmer feather fellow felt
fence fennel fern ferry festival fiddle field fifty figure finch finger finish flag flask flavour
flint float flock florist flute foal foam folder forest forge fork fossil fountain foxglove frame
freckle fresh friday fridge friend fringe frost fruit fudge funnel furrow gable gadget gallery
gallop garden garlic garment gather gazebo gentle geranium ginger giraffe glacier glass glide
glimmer globe glove goblet golden goose gown grain granite grape grass gravel gravy green grocer
grotto guest guide guitar gutter gypsum habit hallway hammock hamper hamster handle harbour
harness harp harvest hatch hazel heather hedge hedgehog helmet herald herb heron herring hexagon
hiking hillside hinge history hobby hockey holiday hollow honest honey hood horizon hornet hotel
humble hundred husky hyacinth iceberg icing igloo indigo inkwell insect island item ivory jacket
jaguar jasmine jelly jersey jewel jigsaw jockey jogger journal jovial juggle juice july jumper
june jungle junior juniper kayak kennel kestrel kettle keyboard kilt kindle king kipper kitchen
kite kitten kiwi label lace ladder ladle lagoon lambswool lamp lantern lapel larch laundry
lavender lawn layer leaflet leather lemon lentil leopard letter lettuce level library lilac lily
limestone linen lion lizard llama lobby lobster locket lodge lotus lounge lucky luggage lumber
lunch lupin magnet magpie mahogany mammoth mandolin mango mantle maple marble march margin
marigold marina market marmalade marsh mattress mayor meadow medal medley mellow melody melon
member memory mercury metal metro midday middle midnight milk mill mineral minnow mint minute
mirror mission mitten mixture model modern moment monday monkey month moonlight moose morning
mosaic moss motor mountain mouse moustache muffin mulberry museum mushroom music mustard napkin
narrow nature navy nearby nectar nephew nest nettle nickel nimble ninety noodle nordic north
notebook novel nugget number nursery nutmeg oasis oatmeal object ocean october octopus office
olive omelette onion opal open opera orange orbit orchard orchid origami osprey ostrich otter
outdoor outside oval oven overcoat oxygen oyster package paddle padlock page paint palace palm
pancake panda panel pansy panther papaya paper parade parcel parent park parrot parsley parsnip
partner passport pasta pastel pasture patch path patio pattern pavement pavilion peach peacock
peanut pebble pelican pencil penguin pepper perfume petal phrase piano piccolo pickle picnic
picture pigeon pillar pillow pilot pine pink pirate pistachio pitcher planet plank plaster plate
platform plaza plenty plum pocket poem poet polar polish polka pollen pond pony poplar poppy
porcelain porch portrait postcard poster potato pottery powder prairie present pretzel print prism
prize proper public pudding puffin pulley pumpkin puppet puppy purple purse puzzle pyramid quarry
quarter quartz quick quiet quill quilt quiver quiz rabbit radio radish raft railway rainbow raisin
ranch random rapid raspberry rattle raven recipe record reef region relay remedy rhubarb rhythm
ribbon riddle rigging ripple river robin robot rocket romance rooftop rooster rosemary rotate
round rubber ruby rucksack rudder ruffle runner rural russet rustic saddle saffron sailor salad
salmon salute sample sandal sandwich sapling sapphire sardine satchel satin saturday saucer
savoury scarf scarlet scenery school scooter scroll seagull season second seesaw sentence
september seven shadow shallow shamrock sheep shelf shell shelter sheriff shingle shore shovel
shrimp shutter siesta signal silk silver simple singer sister sixty skate sketch skipper skylark
slate sleeve slipper slope smooth snail snapshot snorkel snowman soccer socket sofa solar solid
sonnet soprano sorrel soup south spade spaniel sparkle sparrow spatula special spider spiral
sponge spoon spring spruce squash squirrel stable stadium stamp starfish statue steady steeple
stencil stereo stitch stone stool storm story straw stream street string studio sturdy sugar
suitcase summer summit sunday sunflower sunrise sunset supper surface surprise swallow swan
sweater swift swing sycamore symbol syrup system table tablet tadpole tailor talent tandem
tangerine tango tapestry target tartan tassel taxi teacup teapot temple tennis tent terrace
theatre thicket thimble thirty thistle thousand thread thrush thunder thursday thyme ticket tidy
tiger timber tinsel tiny toast toffee tomato topaz torch tortoise totem toucan towel tower town
tractor trail travel treasure treble tree trellis triangle trifle trinket trolley trombone trophy
trout trowel truck trumpet trunk tuesday tulip tumble tundra tunic tunnel turbine turkey turnip
turquoise turret turtle twelve twenty twig twilight twine umbrella uncle unicorn uniform union
upland uplift upper urban useful usual utensil valley vanilla vapour vase velvet venture veranda
verse vessel viaduct village vine vinegar vintage viola violet violin virtue visit vista vivid
volcano volume voyage waffle wagon walnut walrus wander wardrobe warm water waterfall wattle
weasel weather wedge weekend whale wharf wheat wheel whisker whisper whistle wicker wide willow
windmill window winter wisdom wizard wombat wonder woodland woollen workshop world wreath yacht
yellow yesterday yoghurt yonder zebra zenith zigzag zinc zipper
"""

WORDS = tuple(_TEXT.split())
"""1026 of them, so that each word drawn adds ten bits"""
