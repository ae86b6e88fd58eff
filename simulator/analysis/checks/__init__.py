"""One module a family of findings; `simulator.analysis.check` runs them."""
