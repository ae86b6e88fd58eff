"""Files as the first version sealed them: later versions open them, or say that they do not."""

import base64
from pathlib import Path

from simulator.homework.sealing import files
from simulator.homework.sealing.envelope import Kind, open_from, open_with_passphrase
from simulator.homework.sealing.keys import PublicKeys, fingerprint, load
from tests.homework.sealing.bodies import PHRASE

BODY = {
    "assignment": "h-1",
    "sealed": "2026-05-04",
    "scenarios": ["9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f"],
    "plays": 3,
}
SENDER = "dps1tqwz3dxmntw8ajrx92vuzukjz8kreswcfcyxfh453vz6pxu04pzs6qaugm67walm5nsc76cxqw5co5tzsjlqm765pwn6wvjekzfezifyjjnfaqw25bldi"
FINGERPRINT = "RG6T KDWT YS76"
UNDER_A_PASSPHRASE = """
YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBGZ0U5NkhvWFFpc3k0bkVlc3NVS2JBIDIKVlRiNHg3cWpHbkFDV1BS
ZWhQNUtHRWxxU1pXU3YrSHVhWitzaXM5Y2lZVQotLS0gRDZQVzlUZmd1WTBqRE5zQTU0cmlBdE9TeXFNNFBReUtiZVQ5MFg1
U3pMawoGBmRXgtYgC0TDG+F+TdaqOCaveMc7GizkivtjsgB7dhvoS/9RWHL3SCA790gbabB2FtTt9tbW9pP5Z35DKfsCbU+z
5VONhMo4272Fd3bV+XIQseiL23VNd+ZEPFbmX6beyurJ8yjlGSERjSWT7G1y2IpsOQozHK1uXKb7uOtSrYHXWqixXo61U0LS
NzZUQLflDck4xb+l+laCubfjK2/hnaMvtt4dHBbFBGmDc5K5AQ0acieemJH/4gi0CpXsn0cCRHhjrB7tbAO6vA==
"""
FOR_KEYS = """
YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSB0ZUNhKzNKbEJ0UlN4bTVyZ1hRLzg2L1RkR1NHRWhHU1dPTDl3MHgw
b2hzCjRsOUZxOWFxc1ZKTHFkWHgralFHa1JaV3dUVnVpMk1ZWkQ0REZBc1ZHWFEKLT4geUlyLWdyZWFzZQp1aVBRMEFhUkFI
WHNsWmhKekwrMG9DVTFPQmg3RncKLS0tIHlBbExpeGdvTHZYeFdUMzJjQ1hsUWF0bzVlbEtSazBQKzhzdVF0ZFZhcFkKmAN+
7y461sHLzK64grXfvT2tN0qBG0p8FBUV5+AwpSRukl8EKzTLVClCAzQHhzFGpxg4eTYCXhmyZZPbI+qQmexJdpkgAaOypzbh
Cb0Pxk4KOOTUe7n5R2nsNPr20jS+KzPHjWslr0qsWurJSXRKGIGrW5a2A1sJC9QL9eSLp8YzZJCl1m46rHXuncGMrR1zu/6S
yQnLkv0DEjSd/mNVxusYV/GDTwMTKPKu342j0rsm0SIxhzxwCdy2O/foAbi9rBxgyv6/bBvBnNrpyGHwb+dOmu89lPoztt4Y
JDVtZYN96xmp9wPbvBeeJijEpo706c+rDIdZzHE3ik+YZT/zCEdqccDbMsLpC3z+pjANaHrplGGx6+3w2BjPItJSEZ8qeduK
zQwnuV6J8V0u9AxuI/+t9WRSvLerF+NH2JkyrbdTxG/MOXx8xFBMAPc8fjzsYCjlb2dgl4jDCH1YQaQv+YR1uW5/zIPgPpo9
T2w1nZDwuGUgHEdLzYZdrCTyRcQirZJfzT8R9eoQdSMjEci1shfzHi+Thq43AoKlpxMCUWESjv0oVhbTdSWOOAQqzpKBvCuF
nmaqRoocEdr57lYN/rXImNHhvwdAUbj2iNEitbwJjSIsMT8H/HtG5FDHNcfUMg5Kc+lmpBFnAu/Di4hp44MH2a1vxPKmKAv8
SKpGd5fGy+dblbmfiRVTMf9B+OYjdgPTwQttyrTFcLBl/velAaPaxvb4W8WEgyNtZ1cA398E/KGDpn8kf9NZhLc1/oJIdMa7
YEFvgPg0It/rr5WaZjzAft3nLy4MBoiSqA==
"""
KEYS = """
YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCB4ZFZobUcrK2o3YTBCTCtQaitaOCtRIDIKZGMzbmkxSnNnck54UndC
UUw5N0JVVjVEejhwTnpLcGNvRGpjSTlaTHRRTQotLS0gSzI5Z2I4QzU2RW43VzM1T0dJWEFCeXBQZkJSRUEzYmJaeUpSc09h
T1J6VQprXmwy0uFjzfDO5rRXh3y1XL/jD3tw4qmhCaQMWq0QZk8Lzubo57XBHvARV8nNKfKzuqlBT5yjnbxC7MhwHgXqJIZw
xZdKGHceIkOHcowgstscB5DIccCc/nGJyPUfWxp8pOg+0Hw00xzKWKKp255sXa7Afsh3/UEEwU/nfMI0Jptg/FcPvNqyTs4R
Kwq8NKj+HTQ5rph1e2K8Rg7xnlHc64O6npdAkwzgjUzjwANyyEV4zi1VHeN5+UN2nHpfiSWskwAENFQ2hi9kVQsODD4Es1+C
Z4mkFusfAvqqNLN5VTV/JZay3Hs=
"""


def test_under_a_passphrase() -> None:
    opened = open_with_passphrase(
        base64.b64decode(UNDER_A_PASSPHRASE), PHRASE, expect=Kind.ASSIGNMENT
    )
    assert opened == (Kind.ASSIGNMENT, 1, BODY, None)


def test_for_keys(tmp_path: Path) -> None:
    files.write_sealed(tmp_path / "keys.age", base64.b64decode(KEYS))
    sender = PublicKeys.of(SENDER)
    keys = load(tmp_path / "keys.age", PHRASE)
    opened = open_from(base64.b64decode(FOR_KEYS), keys, sender, expect=Kind.REPORT)
    assert opened == (Kind.REPORT, 1, BODY, FINGERPRINT)
    assert fingerprint(sender) == FINGERPRINT
