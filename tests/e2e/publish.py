"""A stand-in of the places where releases are published, as far as the scripts of
contrib/publish ask them: publish.py CERTIFICATE KEY FOLDER.

Prints its two ports, http and https.  FOLDER/log has a line a request; FOLDER/down,
"PATH COUNT STATUS", has as many of them answered so first.  State is in memory:
GET /state gives it.
"""
import base64, hashlib, http.server, json, os, re, ssl, sys, threading

certificate, key, folder = sys.argv[1:]
hub = {"files": {}, "lfs": {}, "commits": 0}
zenodo = {"next": 100, "depositions": {}, "files": {}}
github = {"releases": {}, "next": 1}
lock = threading.Lock()


def git_oid(content):
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def base(self):
        return "http%s://%s" % ("s" if self.server.tls else "", self.headers["Host"])

    def reply(self, status, value=None, headers=()):
        body = b"" if value is None else json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        for name, text in headers:
            self.send_header(name, text)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def answer(self):
        length = int(self.headers.get("Content-Length") or 0)
        self.body = self.rfile.read(length)
        with lock:
            with open(folder + "/log", "a") as log:
                print(self.command, self.path, len(self.body),
                      self.headers.get("Authorization", "-"), file=log)
            down = folder + "/down"
            if os.path.exists(down):
                path, count, status = open(down).read().split()
                if re.search(path, self.path) and int(count) > 0:
                    open(down, "w").write("%s %d %s" % (path, int(count) - 1, status))
                    return self.reply(int(status), {"message": "down"})
            for pattern, method in ROUTES:
                verb, path = pattern.split(" ", 1)
                found = re.fullmatch(path, self.path.split("?")[0])
                if found and verb == self.command:
                    return method(self, *found.groups())
            return self.reply(404, {"message": "Not Found"})

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_HEAD = answer

    def state(self):
        self.reply(200, {
            "hub": {"commits": hub["commits"], "files": sorted(hub["files"])},
            "zenodo": {n: {"published": d["submitted"], "title": d["metadata"].get("title"),
                           "files": sorted(f["filename"] for f in d["files"])}
                       for n, d in zenodo["depositions"].items()},
            "github": {r["tag_name"]: {"draft": r["draft"], "body": r["body"],
                       "assets": {a["name"]: a["size"] for a in r["assets"]}}
                       for r in github["releases"].values()}})

    # ---- the Hub ----

    def hub_tree(self):
        """Two a page, as if it were large."""
        names = sorted(hub["files"])
        at = int((re.search(r"cursor=(\d+)", self.path) or [0, 0])[1])
        page, more = names[at:at + 2], at + 2 < len(names)
        rows = [{"type": "directory", "path": "data", "oid": "0"}]
        for name in page:
            content, large = hub["files"][name]
            row = {"type": "file", "path": name, "size": len(content), "oid": git_oid(content)}
            if large:
                row["lfs"] = {"oid": hashlib.sha256(content).hexdigest(), "size": len(content)}
                row["oid"] = "pointer"
            rows.append(row)
        link = "<%s%s?recursive=true&cursor=%d>; rel=\"next\"" % (
            self.base(), self.path.split("?")[0], at + 2)
        self.reply(200, rows, [("Link", link)] if more else [])

    def hub_preupload(self):
        self.reply(200, {"files": [
            {"path": f["path"], "shouldIgnore": False,
             "uploadMode": "lfs" if f["path"].endswith(".sqlite") else "regular"}
            for f in json.loads(self.body)["files"]]})

    def hub_batch(self):
        objects = []
        for one in json.loads(self.body)["objects"]:
            if one["oid"] not in hub["lfs"]:
                one["actions"] = {
                    "upload": {"href": self.base() + "/storage/" + one["oid"]},
                    "verify": {"href": self.base() + "/verify"}}
            objects.append(one)
        self.reply(200, {"transfer": "basic", "objects": objects})

    def hub_store(self, oid):
        if hashlib.sha256(self.body).hexdigest() != oid or self.headers.get("Authorization"):
            return self.reply(400)
        hub["lfs"][oid] = self.body
        return self.reply(200)

    def hub_verify(self):
        self.reply(200 if json.loads(self.body)["oid"] in hub["lfs"] else 404)

    def hub_commit(self):
        lines = [json.loads(line) for line in self.body.splitlines()]
        if lines[0]["key"] != "header" or not lines[0]["value"]["summary"]:
            return self.reply(400, {"error": "no header"})
        for line in lines[1:]:
            value = line["value"]
            if line["key"] == "file":
                hub["files"][value["path"]] = (base64.b64decode(value["content"]), False)
            elif line["key"] == "lfsFile":
                hub["files"][value["path"]] = (hub["lfs"][value["oid"]], True)
            elif line["key"] == "deletedFile":
                del hub["files"][value["path"]]
            else:
                return self.reply(400, {"error": line["key"]})
        hub["commits"] += 1
        return self.reply(200, {"success": True, "commitOid": "c%d" % hub["commits"],
                                "commitUrl": "commit/c%d" % hub["commits"]})

    # ---- Zenodo ----

    def deposition(self, files):
        number = str(zenodo["next"])
        zenodo["next"] += 1
        one = {"id": int(number), "submitted": False, "metadata": {}, "files": files,
               "links": {"bucket": self.base() + "/api/files/" + number,
                         "self": self.base() + "/api/deposit/depositions/" + number}}
        zenodo["depositions"][number] = one
        return one

    def zenodo_new(self):
        self.reply(201, self.deposition([]))

    def zenodo_get(self, number):
        self.reply(200, zenodo["depositions"][number])

    def zenodo_version(self, number):
        """Asked twice, the draft is the same one; the answer is the version before."""
        one = zenodo["depositions"][number]
        draft = one.get("draft")
        if draft is None or zenodo["depositions"][draft]["submitted"]:
            made = self.deposition([dict(f, id="copy-" + f["id"]) for f in one["files"]])
            draft = one["draft"] = str(made["id"])
        one["links"]["latest_draft"] = self.base() + "/api/deposit/depositions/" + draft
        self.reply(201, one)

    def zenodo_put(self, number, name):
        one = zenodo["depositions"][number]
        one["files"] = [f for f in one["files"] if f["filename"] != name]
        sum_ = hashlib.md5(self.body).hexdigest()
        one["files"].append({"id": "f-" + name, "filename": name, "checksum": sum_})
        self.reply(201, {"key": name, "checksum": "md5:" + sum_})

    def zenodo_delete(self, number, file):
        one = zenodo["depositions"][number]
        one["files"] = [f for f in one["files"] if f["id"] != file]
        self.reply(204)

    def zenodo_metadata(self, number):
        metadata = json.loads(self.body)["metadata"]
        lacks = [k for k in ("upload_type", "title", "creators", "description", "license")
                 if not metadata.get(k)]
        if lacks:
            return self.reply(400, {"message": "Validation error.", "errors": lacks})
        zenodo["depositions"][number]["metadata"] = metadata
        return self.reply(200, zenodo["depositions"][number])

    def zenodo_publish(self, number):
        one = zenodo["depositions"][number]
        one["submitted"] = True
        self.reply(202, dict(one, doi="10.5281/zenodo." + number, conceptdoi="10.5281/zenodo.99"))

    # ---- GitHub, as gh speaks to a host of its own ----

    def shown(self, one):
        at = self.base() + "/api/v3/repos/ann/list/releases/%d" % one["id"]
        return dict(one, url=at, html_url=self.base() + "/r", upload_url=self.base() +
                    "/api/uploads/repos/ann/list/releases/%d/assets{?name,label}" % one["id"])

    def github_list(self):
        self.reply(200, [self.shown(r) for r in github["releases"].values()])

    def github_tag(self, tag):
        for one in github["releases"].values():
            if one["tag_name"] == tag and not one["draft"]:
                return self.reply(200, self.shown(one))
        return self.reply(404, {"message": "Not Found"})

    def github_get(self, number):
        self.reply(200, self.shown(github["releases"][int(number)]))

    def github_drop(self, name):
        for one in github["releases"].values():
            one["assets"] = [a for a in one["assets"] if a["name"] != name]
        self.reply(204)

    def github_create(self):
        asked = json.loads(self.body)
        number = github["next"]
        github["next"] += 1
        one = {"id": number, "tag_name": asked["tag_name"], "name": asked.get("name"),
               "draft": asked.get("draft", False), "body": asked.get("body", ""),
               "prerelease": False, "assets": [], "author": {"login": "ann"},
               "created_at": "2026-01-01T00:00:00Z", "published_at": None,
               "target_commitish": "main", "tarball_url": "", "zipball_url": ""}
        github["releases"][number] = one
        self.reply(201, self.shown(one))

    def github_upload(self, number):
        name = re.search(r"name=([^&]*)", self.path)[1]
        one = github["releases"][int(number)]
        asset = {"id": len(one["assets"]) + 1, "name": name, "size": len(self.body),
                 "state": "uploaded", "url": self.base() + "/api/v3/a/" + name,
                 "browser_download_url": ""}
        one["assets"].append(asset)
        self.reply(201, asset)

    def github_edit(self, number):
        github["releases"][int(number)].update(
            {k: v for k, v in json.loads(self.body).items() if v is not None})
        self.reply(200, self.shown(github["releases"][int(number)]))

    def github_query(self):
        asked = json.loads(self.body)
        tag = asked.get("variables", {}).get("tagName")
        found = [r for r in github["releases"].values() if r["tag_name"] == tag]
        self.reply(200, {"data": {"repository": {
            "release": {"databaseId": found[0]["id"], "isDraft": found[0]["draft"]}
            if found else None}}})


DATA = "/api/datasets/ann/works"
DEPOSIT = r"/api/deposit/depositions"
REPO = r"/api/v3/repos/ann/list"
ROUTES = [
    ("GET /state", Handler.state),
    ("GET %s/tree/main" % DATA, Handler.hub_tree),
    ("POST %s/preupload/main" % DATA, Handler.hub_preupload),
    ("POST %s/commit/main" % DATA, Handler.hub_commit),
    (r"POST /datasets/ann/works\.git/info/lfs/objects/batch", Handler.hub_batch),
    ("PUT /storage/([0-9a-f]+)", Handler.hub_store),
    ("POST /verify", Handler.hub_verify),
    ("POST %s" % DEPOSIT, Handler.zenodo_new),
    (r"GET %s/(\d+)" % DEPOSIT, Handler.zenodo_get),
    (r"POST %s/(\d+)/actions/newversion" % DEPOSIT, Handler.zenodo_version),
    (r"POST %s/(\d+)/actions/publish" % DEPOSIT, Handler.zenodo_publish),
    (r"DELETE %s/(\d+)/files/(.+)" % DEPOSIT, Handler.zenodo_delete),
    (r"PUT %s/(\d+)" % DEPOSIT, Handler.zenodo_metadata),
    (r"PUT /api/files/(\d+)/(.+)", Handler.zenodo_put),
    ("GET %s/releases" % REPO, Handler.github_list),
    ("GET %s/releases/tags/(.+)" % REPO, Handler.github_tag),
    (r"GET %s/releases/(\d+)" % REPO, Handler.github_get),
    ("DELETE /api/v3/a/(.+)", Handler.github_drop),
    ("POST %s/releases" % REPO, Handler.github_create),
    (r"PATCH %s/releases/(\d+)" % REPO, Handler.github_edit),
    (r"POST /api/uploads/repos/ann/list/releases/(\d+)/assets", Handler.github_upload),
    ("POST /api/graphql", Handler.github_query),
]

servers = [http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) for _ in range(2)]
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)
servers[1].socket = context.wrap_socket(servers[1].socket, server_side=True)
for tls, server in enumerate(servers):
    server.tls = bool(tls)
    server.daemon_threads = True
print(*(server.server_address[1] for server in servers), flush=True)
threading.Thread(target=servers[0].serve_forever, daemon=True).start()
servers[1].serve_forever()
