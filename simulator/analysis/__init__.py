"""What can happen in a role: reachable states, witnesses, odds, best replies. Exact, on arrays; it
runs the program and the order of the turn that `simulator.dialogue` holds, and the partner's one
step, tabulated."""
