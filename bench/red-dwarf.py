# python red-dwarf.py WIDE.csv: one run of red-dwarf's pipeline on the votes of a file, as JSON. Reading is not counted.
import csv
import json
import resource
import sys
import time
import warnings

warnings.filterwarnings("ignore")
from reddwarf.implementations.polis import run_pipeline

with open(sys.argv[1], newline="") as file:
    rows = csv.reader(file)
    statements = next(rows)[6:]
    votes = [
        {"participant_id": int(row[0]), "statement_id": int(statement), "vote": int(vote)}
        for row in rows
        for statement, vote in zip(statements, row[6:])
        if vote
    ]
start = time.perf_counter()
run_pipeline(votes=votes, random_state=1)
ms = (time.perf_counter() - start) * 1000
scale = 2**20 if sys.platform == "darwin" else 2**10
print(json.dumps({"ms": ms, "mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / scale}))
