"""A small endpoint for the buurt widgets: profiles `read` and `ideas`, on Python's standard library alone.

    SITE=https://www.example.nl python3 endpoint.py 8300      # http://localhost:8300/v1

What is shown comes from buurt.json beside this file, as it would from a system that is there already. Ideas are kept in
DATABASE (ideas.sqlite), where staff read them; none is shown before. Behind a proxy with TLS, as any server.
"""
import hashlib, json, math, os, random, re, secrets, sqlite3, sys, threading, uuid
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

DATA = json.loads(Path(__file__).with_name("buurt.json").read_text("utf-8"))
SUMMARY, SETTINGS, BORDER = DATA["buurt"], DATA["settings"], DATA["border"]
INITIATIVES = DATA["initiatives"]
CODE = SUMMARY["code"]
STATUSES = ["new", "onBallot", "granted", "underway", "done", "declined"]
SITE = os.environ.get("SITE", "http://localhost:8000")
LOCK = threading.Lock()
DB = sqlite3.connect(os.environ.get("DATABASE", "ideas.sqlite"), check_same_thread=False)
DB.execute("create table if not exists idea (id text primary key, key text unique, sent text, receipt text, idea text)")


class Refused(Exception):
    def __init__(self, status, title, *errors):
        self.status, self.title, self.errors = status, title, errors


def wrong(pointer, code="malformed"):
    return {"pointer": pointer, "code": code, "detail": "Dit kan hier niet."}


def invalid(*errors):
    return Refused(400, "Er klopt iets niet aan wat je stuurde", *errors)


NOT_FOUND = (404, "Dit is er niet")


def inside(lat, lon):
    """Whether a place lies in the border: its rings are crossed an odd number of times on the way to the east."""
    crossings = 0
    for ring in (ring for polygon in BORDER["coordinates"] for ring in polygon):
        for (x1, y1), (x2, y2) in zip(ring, ring[1:]):
            crossings += (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) * (x2 - x1) / (y2 - y1)
    return crossings % 2 == 1


def place_of(text, pointer):
    if not re.fullmatch(r"-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?", text):
        raise invalid(wrong(pointer))
    return tuple(float(part) for part in text.split(","))


def fitting(query, but=None):
    """The initiatives that fit the filters, apart from one of them."""
    words = " ".join(query.get("q", [])).lower().split()
    return [
        each
        for each in INITIATIVES
        if (but == "status" or "status" not in query or each["status"] in query["status"])
        and (but == "theme" or "theme" not in query or each["theme"] in query["theme"])
        and all(word in f"{each['title']} {each['story']}".lower() for word in words)
    ]


def distance(each, lat, lon):
    place = each["place"]
    return math.hypot(place["lat"] - lat, (place["lon"] - lon) * 0.6) if place else math.inf


def ordered(all_of_them, query):
    sort = query.get("sort", ["new"])[0]
    newest = sorted(all_of_them, key=lambda each: (each["publishedAt"], each["id"]), reverse=True)
    if sort == "near":
        lat, lon = place_of(query.get("near", [""])[0], "/near")
        return sorted(newest, key=lambda each: distance(each, lat, lon))
    if sort == "random":
        if not query.get("seed", [""])[0].isdigit():
            raise invalid(wrong("/seed"))
        return random.Random(query["seed"][0]).sample(newest, len(newest))
    orders = {
        "new": lambda each: 0,
        "support": lambda each: -each["supportCount"],
        "help": lambda each: -sum(help["asked"] - help["offered"] for help in each["help"]),
        "news": lambda each: -datetime.fromisoformat((each["newsAt"] or "1970-01-01T00:00:00Z")[:19]).timestamp(),
    }
    if sort not in orders:
        raise invalid(wrong("/sort", "not-an-option"))
    return sorted(newest, key=orders[sort])


def endpoint(query):
    return {"apiVersion": "1.0.0", "profiles": ["read", "ideas"]}


def buurten(query):
    words, at = query.get("q", [""])[0].lower(), query.get("at")
    hit = inside(*place_of(at[0], "/at")) if at else words in f"{SUMMARY['name']} {CODE}".lower()
    return {"buurten": [SUMMARY] if hit else []}


def buurt(query):
    counts = {status: sum(each["status"] == status for each in INITIATIVES) for status in STATUSES}
    return {**SUMMARY, "initiativeCounts": counts, "figures": []}


def settings(query):
    return {"code": CODE, "idea": SETTINGS}


def feature(**properties):
    return {"type": "Feature", "properties": {"code": CODE, "name": SUMMARY["name"], **properties}, "geometry": BORDER}


def boundary(query):
    return feature()


def boundaries(query):
    if not ("buurt" in query) ^ ("municipality" in query):
        raise invalid(wrong("/buurt", "required"))
    hit = CODE in query.get("buurt", []) or SUMMARY["municipality"] in query.get("municipality", [])
    here = {"id": CODE, **feature(initiativeCount=len(INITIATIVES))}
    return {"type": "FeatureCollection", "features": [here] if hit else []}


def places(query):
    fit = ordered(fitting(query), {})
    keys = ("title", "status", "theme", "supportCount")
    features = [
        {
            **{"type": "Feature", "id": each["id"]},
            "properties": {**{key: each[key] for key in keys}, "address": each["place"].get("address")},
            "geometry": {"type": "Point", "coordinates": [each["place"]["lon"], each["place"]["lat"]]},
        }
        for each in fit
        if each["place"]
    ]
    without = len(fit) - len(features)
    return {"type": "FeatureCollection", "total": len(fit), "withoutPlace": without, "features": features}


def initiatives(query):
    """A page; its cursor is the last initiative of the page before, so that nothing comes twice or is left out."""
    limit = query.get("limit", ["30"])[0]
    if not limit.isdigit() or not 1 <= int(limit) <= 100:
        raise invalid(wrong("/limit", "out-of-range"))
    fit = ordered(fitting(query), query)
    ids = [each["id"] for each in fit]
    cursor = query.get("cursor", [None])[0]
    if cursor is not None and cursor not in ids:
        raise invalid(wrong("/cursor"))
    first = 0 if cursor is None else ids.index(cursor) + 1
    page = fit[first : first + int(limit)]
    more = first + len(page) < len(fit)
    link = {"Link": "<?%s>; rel=\"next\"" % urlencode({**query, "cursor": page[-1]["id"]}, doseq=True)} if more else {}
    by_status, by_theme = fitting(query, "status"), fitting(query, "theme")
    themes = sorted({each["theme"] for each in by_theme if each["theme"]})
    facets = {
        "status": {status: sum(each["status"] == status for each in by_status) for status in STATUSES},
        "theme": [{"theme": theme, "count": sum(each["theme"] == theme for each in by_theme)} for theme in themes],
    }
    return {"initiatives": page, "total": len(fit), "facets": facets}, link


def initiative(query, identifier):
    for each in INITIATIVES:
        if each["id"] == identifier:
            return each
    raise Refused(*NOT_FOUND)


def problems_of(idea):
    """Everything that is wrong with an idea, at once."""
    fields = {field["name"]: field for field in SETTINGS["fields"]}
    for key in idea.keys() - fields.keys() - {"consent", "locale", "answers"}:
        yield wrong("/" + key.replace("~", "~0").replace("/", "~1"), "unknown-key")
    for name in ("title", "story"):
        text = idea.get(name, "")
        if not isinstance(text, str) or "\0" in text:
            yield wrong(f"/{name}")
        elif not text.strip():
            yield wrong(f"/{name}", "required")
        elif len(text.strip()) > fields[name]["max"]:
            yield wrong(f"/{name}", "too-long")
    if idea.get("theme", "") not in ["", *(theme["id"] for theme in SETTINGS["themes"])]:
        yield wrong("/theme", "not-an-option")
    place = idea.get("place")
    if place is not None:
        try:
            if not inside(place["lat"], place["lon"]):
                yield wrong("/place", "outside-buurt")
        except (TypeError, KeyError):
            yield wrong("/place")
    if idea.get("consent") is not True:
        yield wrong("/consent", "consent")


def hand_in(key, sent):
    """Keeps an idea, once for each key: whoever got no answer sends the same again."""
    try:
        idea = json.loads(sent)
    except ValueError:
        raise invalid(wrong(""))
    with LOCK, DB:
        before = DB.execute("select sent, receipt from idea where key = ?", (key,)).fetchone()
        fingerprint = hashlib.sha256(sent).hexdigest()
        if before and before[0] != fingerprint:
            raise Refused(422, "Deze sleutel is al gebruikt")
        if before:
            return json.loads(before[1]), {"Idempotency-Replayed": "true"}
        problems = list(problems_of(idea)) if isinstance(idea, dict) else [wrong("")]
        if problems:
            raise invalid(*problems)
        now = datetime.now(timezone.utc).replace(microsecond=0, tzinfo=None)
        receipt = {
            **{"id": str(uuid.uuid4()), "reference": secrets.token_hex(3).upper(), "state": "waiting"},
            **{"receivedAt": f"{now.isoformat()}Z", "reachable": False, "ownerKey": secrets.token_urlsafe(24)},
            "answerBy": f"{(now + timedelta(days=SETTINGS['answerDays'])).isoformat()}Z",
        }
        row = (receipt["id"], key, fingerprint, json.dumps(receipt), json.dumps(idea))
        DB.execute("insert into idea values (?, ?, ?, ?, ?)", row)
        return receipt, {}


GEO = "application/geo+json"
FILTER = {"status", "theme", "q"}
ROUTES = [  # The path, what answers it, which keys its query may have, and the type of the answer.
    (r"/v1", endpoint, set(), "application/json"),
    (r"/v1/buurten", buurten, {"q", "at"}, "application/json"),
    (rf"/v1/buurten/{CODE}", buurt, set(), "application/json"),
    (rf"/v1/buurten/{CODE}/settings", settings, set(), "application/json"),
    (rf"/v1/buurten/{CODE}/boundary", boundary, {"width"}, GEO),
    (r"/v1/boundaries", boundaries, {"buurt", "municipality", "width"}, GEO),
    (rf"/v1/buurten/{CODE}/places", places, FILTER, GEO),
    (rf"/v1/buurten/{CODE}/initiatives", initiatives, FILTER | {"near", "sort", "seed", "cursor", "limit"}, "application/json"),
    (r"/v1/initiatives/([\w-]+)", initiative, set(), "application/json"),
]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, body, headers={}):
        sent = b"" if body is None else json.dumps(body, ensure_ascii=False).encode()
        self.send_response(status)
        allowed = {"Access-Control-Allow-Origin": SITE, "Access-Control-Expose-Headers": "ETag, Link, Retry-After", "Vary": "Origin"}
        for name, value in {**allowed, "Content-Length": str(len(sent)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(sent)

    def refuse(self, refused):
        body = {"type": "about:blank", "title": refused.title, "status": refused.status, "detail": refused.title + "."}
        if refused.errors:
            body["errors"] = refused.errors
        self.answer(refused.status, body, {"Content-Type": "application/problem+json"})

    def do_GET(self):
        url = urlsplit(self.path)
        try:
            for pattern, answer, keys, kind in ROUTES:
                match = re.fullmatch(pattern, url.path)
                if match:
                    query = parse_qs(url.query, keep_blank_values=True)
                    if query.keys() - keys:
                        raise invalid(*(wrong(f"/{key}", "unknown-key") for key in query.keys() - keys))
                    body = answer(query, *match.groups())
                    body, more = body if isinstance(body, tuple) else (body, {})
                    tag = '"%s"' % hashlib.sha256(json.dumps([body, more]).encode()).hexdigest()[:24]
                    same = tag in self.headers.get("If-None-Match", "")
                    headers = {"ETag": tag, "Cache-Control": "no-cache", **more}
                    return self.answer(304, None, headers) if same else self.answer(200, body, {**headers, "Content-Type": kind})
            raise Refused(*NOT_FOUND)
        except Refused as refused:
            self.refuse(refused)

    def do_POST(self):
        length = int(self.headers.get("Content-Length", 0))
        sent = self.rfile.read(min(length, 65_537))
        self.close_connection = length > 65_536
        try:
            if urlsplit(self.path).path != f"/v1/buurten/{CODE}/ideas":
                raise Refused(*NOT_FOUND)
            if length > 65_536:
                raise Refused(413, "Dit is te groot")
            if self.headers.get_content_type() != "application/json":
                raise Refused(415, "Dit soort bestand kennen we niet")
            key = self.headers.get("Idempotency-Key", "").lower()
            if not re.fullmatch(r"[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}", key):
                raise invalid(wrong("/idempotency-key"))
            receipt, headers = hand_in(key, sent)
            self.answer(201, receipt, {"Content-Type": "application/json", **headers})
        except Refused as refused:
            self.refuse(refused)

    def do_OPTIONS(self):
        names = "Content-Type, Idempotency-Key, If-None-Match"
        self.answer(204, None, {"Access-Control-Allow-Headers": names, "Access-Control-Allow-Methods": "GET, POST"})


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1]) if len(sys.argv) > 1 else 8300), Handler)
    print(f"http://127.0.0.1:{server.server_port}/v1", flush=True)
    server.serve_forever()
