"""`python -m contract_lint` is the command line."""

from contract_lint.cli import main

if __name__ == "__main__":
    main(prog_name="contract-lint")
