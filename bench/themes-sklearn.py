# The same texts with scikit-learn: TF-IDF and nearest neighbours. Prints milliseconds and MiB as JSON.
import json
import resource
import sys
import time

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.neighbors import KNeighborsClassifier, NearestNeighbors

with open(sys.argv[1], encoding="utf-8") as file:
    invented = json.load(file)
texts = [one["text"] for one in invented["texts"]]
place = {one["id"]: at for at, one in enumerate(invented["texts"])}

begun = time.perf_counter()
rows = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 3), strip_accents="unicode").fit_transform(texts)
near = NearestNeighbors(radius=0.3, metric="cosine", algorithm="brute").fit(rows)
for at in range(0, rows.shape[0], 500):
    near.radius_neighbors(rows[at : at + 500], return_distance=False)
duplicates = time.perf_counter() - begun

begun = time.perf_counter()
rows = TfidfVectorizer(sublinear_tf=True).fit_transform(texts)
coded = [place[text] for text, _ in invented["coded"]]
model = KNeighborsClassifier(15, metric="cosine", weights="distance").fit(rows[coded], [theme for _, theme in invented["coded"]])
model.predict_proba(rows)
suggestions = time.perf_counter() - begun

print(
    json.dumps(
        {
            "duplicates-ms": duplicates * 1000,
            "suggestions-ms": suggestions * 1000,
            "mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }
    )
)
