"""The peers: other ways to write the report and its annex, each as its users write it.

Every module has `report(case)` and `annex(case)`, which return a file each, and `write(case)`, which returns
both by their names; what can be made once for many documents is made once for a process. They run in
`.bench/venv`, where parskats itself is not, and import nothing of it.
"""
