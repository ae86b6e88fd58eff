"""What can happen in a role: every reachable state and every transition. Exact, on arrays; it runs
the program and the order of the turn that `simulator.dialogue` holds, and the partner's one step,
tabulated."""
