# A convenience; every recipe is one plain command.

# list the recipes
default:
    @just --list

# make .venv with all that a developer needs
setup:
    bash scripts/setup dev

# style, types, order of imports, tests: the same as continuous integration
check *args:
    bash scripts/check {{args}}

# tests alone: just test -k golden
test *args:
    .venv/bin/python -m pytest {{args}}

# mend style, sort tables
fix:
    .venv/bin/python scripts/tidy_tables.py
    .venv/bin/ruff check --fix .
    .venv/bin/ruff format .

# rewrite the expected outputs; read the diff before you commit
golden:
    UPDATE_GOLDEN=1 .venv/bin/python -m pytest tests/test_golden.py tests/test_samples.py tests/test_docs.py
