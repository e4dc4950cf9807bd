"""One round with the package anti-clustering (exchange heuristic and simulated annealing): python groups-anticlustering.py PEOPLE.json GROUPS"""
import json
import sys
import time

import pandas
from anti_clustering import ExchangeHeuristicAntiClustering, SimulatedAnnealingHeuristicAntiClustering

people = pandas.DataFrame(json.load(open(sys.argv[1])))
columns = [name for name in people.columns if name != "id"]
results = {}
methods = {
    "exchange": lambda: ExchangeHeuristicAntiClustering(random_seed=1, restarts=1),
    "annealing": lambda: SimulatedAnnealingHeuristicAntiClustering(random_seed=1),
}
for name, make in methods.items():
    begun = time.perf_counter()
    made = make().run(
        people.copy(),
        numerical_columns=[],
        categorical_columns=columns,
        num_groups=int(sys.argv[2]),
        destination_column="group",
    )
    ms = (time.perf_counter() - begun) * 1000
    results[name] = {"ms": ms, "groups": [list(ids) for _, ids in made.groupby("group")["id"]]}
print(json.dumps(results))
