"""The peers: other ways to write the report and its annex, each as its users write it.

Every module has `SUFFIX` and `write(case) -> bytes`; what can be made once for many documents is made
when it is imported. They run in `.bench/venv`, where parskats itself is not, and import nothing of it.
Each writes one file with the report and the annex in it: the least it can do.
"""
