"""What Hugging Face and GitHub reply: one repository, a list, a query.

Shapes, statuses and headers are those of the real services (docs/sources.md).
"""
import hashlib
import json
import re
import time
import urllib.parse

from exchange import Reply
from shelf import HF_PART, count, repo_number


# ---- Hugging Face --------------------------------------------------------

HF_EXPAND = set("""author baseModels cardData config createdAt disabled
downloads downloadsAllTime gated gguf inference lastModified library_name likes
mask_token model-index pipeline_tag private safetensors sha siblings spaces tags
transformersInfo trendingScore usedStorage widgetData citation description
paperswithcode_id sdk runtime subdomain models datasets childrenModelCount
evalResults inferenceProviderMapping resourceGroup xetEnabled""".split())
HF_KINDS = {"models": "model", "datasets": "dataset", "spaces": "space"}


def hf_headers(request):
    left, quota, reset = request.window
    return [("RateLimit", '"api";r=%d;t=%d' % (left, reset)),
            ("RateLimit-Policy", '"fixed window";"api";q=%d;w=300' % quota)]


def hf_record(row):
    name, kind = row["id"], row["kind"]
    tags, card = [], {}
    license_ = row.get("license")
    for one in license_ if isinstance(license_, list) else [license_]:
        if one:
            tags.append("license:" + one)
    if license_:
        card["license"] = license_
    for key in ("license_name", "license_link"):
        if row.get(key):
            card[key] = row[key]
    tags += ["arxiv:" + one for one in row.get("names", [])]
    base = row.get("base_model")
    if base:
        tags += ["base_model:" + base, "base_model:finetune:" + base]
        card["base_model"] = base
    digest = hashlib.sha1(("stand-in hf " + name).encode()).hexdigest()
    record = {
        "_id": digest[:24], "id": name, "private": False,
        "author": name.split("/")[0] if "/" in name else None,
        "sha": digest, "lastModified": row.get("modified", "2024-11-11")
        + "T11:11:11.000Z", "createdAt": row.get("created", "2024-01-11")
        + "T11:11:11.000Z", "gated": row.get("gated", False),
        "disabled": row.get("disabled", False), "tags": tags,
        "likes": count("likes " + name), "downloads": count("downloads " + name),
        "downloadsAllTime": count("downloads " + name) * 9,
        "cardData": card, "siblings": [{"rfilename": "README.md"}],
        "usedStorage": count("storage " + name)}
    if kind == "model":
        record.update({"modelId": name, "pipeline_tag": "text-generation",
                       "library_name": "transformers", "spaces": [],
                       "config": {}, "trendingScore": 0})
        if base:
            record["baseModels"] = {"relation": "finetune", "models": [
                {"_id": hashlib.sha1(base.encode()).hexdigest()[:24],
                 "id": base}]}
    elif kind == "dataset":
        record.update({"citation": None, "description": ""})
    else:
        record.update({"sdk": "gradio", "models": [], "datasets": []})
    return record


def hf_kept(record, wanted):
    return {key: value for key, value in record.items()
            if key in ("_id", "id") or key in wanted} if wanted else record


def hf_list(shelf, request, headers):
    """By author, or by a tag; pages of `limit`, the next one in Link."""
    kind = HF_KINDS[request.path.split("/")[2]]
    wanted = request.all("expand[]") + request.all("expand")
    if any(one not in HF_EXPAND for one in wanted):
        return Reply(400, {"error": "✖ Invalid option: expand"}, headers=headers)
    author = request.get("author").lower()
    tags = request.all("filter")
    rows = [row for row in shelf.hubs_of(kind, author)
            if not row.get("private") and not row.get("moved_to")
            and (not author or row["id"].split("/")[0].lower() == author)]
    records = [hf_record(row) for row in rows]
    records = [one for one in records
               if all(tag in one["tags"] for tag in tags)]
    size, start = int(request.get("limit") or 1000), int(request.get("cursor") or 0)
    size = min(size, shelf.hf_page)
    if start + size < len(records):
        query = [pair for pair in request.query if pair[0] != "cursor"]
        headers = headers + [("Link", "<%s%s%s?%s>; rel=\"next\"" % (
            request.origin, request.prefix, request.path, urllib.parse.urlencode(
                query + [("cursor", str(start + size))])))]
    page = [hf_kept(one, wanted) for one in records[start:start + size]]
    return Reply(200, page, "application/json; charset=utf-8", headers,
                 ids=[one["id"] for one in page])


def hf_collection(shelf, slug, headers):
    """What stands in it: `items` of a row of the kind collection."""
    row = shelf.hubs.get(("collection", slug.lower()))
    if row is None:
        return Reply(404, {"error": "Collection not found"}, headers=headers, ids=[slug])
    items = [{"_id": hashlib.sha1(one["id"].encode()).hexdigest()[:24], "position": at,
              "repoType": one["type"], "gallery": [], **one}
             for at, one in enumerate(row["items"])]
    return Reply(200, {"slug": row["id"], "title": slug.split("/")[1], "items": items,
                       "owner": {"name": slug.split("/")[0], "type": "org"},
                       "lastUpdated": "2024-11-11T11:11:11.000Z", "private": False,
                       "upvotes": count("upvotes " + slug)}, headers=headers, ids=[slug])


def huggingface(shelf, request):
    path, headers = request.path, hf_headers(request)
    token = bool(request.headers.get("Authorization"))
    if path == "/api/whoami-v2":
        if token:
            return Reply(200, {"type": "user", "id": "1111", "name": "stand-in",
                               "auth": {"type": "access_token"}}, headers=headers)
        return Reply(401, {"error": "Invalid username or password."},
                     headers=headers)
    parts = path.split("/")
    if len(parts) == 3 and parts[2] in HF_KINDS:
        return hf_list(shelf, request, headers)
    if len(parts) == 5 and parts[2] == "collections":
        return hf_collection(shelf, urllib.parse.unquote("/".join(parts[3:])), headers)
    if len(parts) not in (4, 5) or parts[2] not in HF_KINDS:
        return Reply(404, {"error": "Sorry, we can't find the page you are "
                           "looking for."}, headers=headers)
    kind = HF_KINDS[parts[2]]
    name = urllib.parse.unquote("/".join(parts[3:]))
    wanted = request.all("expand[]") + request.all("expand")
    unknown = [one for one in wanted if one not in HF_EXPAND]
    if unknown:
        return Reply(400, {"error": "✖ Invalid option: expand\n  → at expand[0]"},
                     headers=headers, ids=[name])
    well_formed = all(HF_PART.match(one) for one in name.split("/"))
    row = shelf.hub(kind, name) if well_formed else None
    if row is None or row.get("private"):
        if token:
            return Reply(404, {"error": "Repository not found"}, ids=[name],
                         headers=headers + [
                             ("X-Error-Code", "RepoNotFound"),
                             ("X-Error-Message", "Repository not found")])
        words = "Invalid username or password."
        return Reply(401, {"error": words}, ids=[name],
                     headers=headers + [("X-Error-Message", words)])
    target = row.get("moved_to") or row["id"]
    if target != name:
        query = urllib.parse.urlencode(request.query)
        place = "%s/api/%s/%s" % (request.prefix, parts[2], target)
        return Reply(307, "Temporary Redirect. Redirecting to %s" % place,
                     "text/plain; charset=utf-8", ids=[name],
                     headers=headers + [("Location", place + (
                         "?" + query if query else ""))])
    reply = Reply(200, hf_kept(hf_record(row), wanted),
                  "application/json; charset=utf-8", headers, ids=[name])
    tag = 'W/"%s"' % hashlib.md5(reply.body).hexdigest()
    reply.headers = reply.headers + [("ETag", tag)]
    if request.headers.get("If-None-Match", "") == tag:
        reply.status, reply.body = 304, b""
    return reply


# ---- GitHub --------------------------------------------------------------

GITHUB_JSON = "application/json; charset=utf-8"
SPDX = {"MIT": ("mit", "MIT License"),
        "Apache-2.0": ("apache-2.0", "Apache License 2.0"),
        "GPL-3.0": ("gpl-3.0", "GNU General Public License v3.0"),
        "BSD-3-Clause": ("bsd-3-clause", 'BSD 3-Clause "New" or "Revised" License'),
        "CC0-1.0": ("cc0-1.0", "Creative Commons Zero v1.0 Universal"),
        "CC-BY-4.0": ("cc-by-4.0", "Creative Commons Attribution 4.0 International"),
        "MIT-0": ("mit-0", "MIT No Attribution")}


def github_headers(request):
    left, quota, reset = request.window
    return [("x-ratelimit-limit", str(quota)),
            ("x-ratelimit-remaining", str(left)),
            ("x-ratelimit-used", str(quota - left)),
            ("x-ratelimit-reset", str(int(time.time()) + reset)),
            ("x-ratelimit-resource", "core"),
            ("X-GitHub-Media-Type", "github.v3; format=json")]


def github_license(spdx):
    if spdx is None:
        return None
    if spdx == "NOASSERTION":
        return {"key": "other", "name": "Other", "spdx_id": "NOASSERTION",
                "url": None, "node_id": "MDc6TGljZW5zZTA="}
    key, name = SPDX.get(spdx, (spdx.lower(), spdx))
    return {"key": key, "name": name, "spdx_id": spdx,
            "url": "https://api.github.com/licenses/" + key,
            "node_id": "MDc6TGljZW5zZTEx"}


def github_record(row):
    name = row["id"]
    owner, repo = name.split("/")
    stars = count("stars " + name)
    return {
        "id": repo_number(name), "node_id": "R_%d" % repo_number(name),
        "name": repo, "full_name": name, "private": False,
        "owner": {"login": owner, "id": repo_number(owner),
                  "type": "Organization", "site_admin": False},
        "html_url": "https://github.com/" + name,
        "description": row.get("description"), "fork": row.get("fork", False),
        "url": "https://api.github.com/repos/" + name,
        "created_at": "2024-01-11T11:11:11Z", "updated_at": "2024-11-11T11:11:11Z",
        "pushed_at": row.get("pushed", "2024-11-11") + "T11:11:11Z",
        "homepage": row.get("homepage"), "size": 1111,
        "stargazers_count": stars, "watchers_count": stars, "language": "Python",
        "has_issues": True, "forks_count": count("forks " + name),
        "archived": row.get("archived", False), "disabled": False,
        "open_issues_count": 0, "license": github_license(row.get("license")),
        "topics": [], "visibility": "public", "default_branch": "main"}


def graphql_repository(row):
    rest = github_record(row)
    license_ = rest["license"]
    return {"databaseId": rest["id"], "nameWithOwner": rest["full_name"],
            "description": rest["description"], "homepageUrl": rest["homepage"],
            "licenseInfo": license_ and {"spdxId": license_["spdx_id"]},
            "stargazerCount": rest["stargazers_count"],
            "isArchived": rest["archived"], "isDisabled": False,
            "isPrivate": False, "isFork": rest["fork"],
            "createdAt": rest["created_at"], "pushedAt": rest["pushed_at"]}


def graphql(shelf, request, headers):
    """Aliases of repository(owner:, name:) only; renames are followed."""
    if not request.headers.get("Authorization"):
        return Reply(401, {"message": "This endpoint requires you to be "
                           "authenticated."}, GITHUB_JSON, headers)
    asked = re.findall(r'(\w+):repository\(owner:"([^"]*)",name:"([^"]*)"\)',
                       json.loads(request.body)["query"])
    data, errors = {}, []
    for alias, owner, name in asked:
        row = shelf.repo(owner + "/" + name)
        while row is not None and row.get("moved_to"):
            row = shelf.repo(row["moved_to"])
        data[alias] = None
        if row is None:
            errors.append({"type": "NOT_FOUND", "path": [alias], "message":
                           "Could not resolve to a Repository with the name "
                           "'%s/%s'." % (owner, name)})
        elif row.get("blocked"):
            errors.append({"type": "FORBIDDEN", "path": [alias], "message":
                           "Repository access blocked"})
        else:
            data[alias] = graphql_repository(row)
    reply = {"data": data}
    if errors:
        reply["errors"] = errors
    return Reply(200, reply, GITHUB_JSON, headers,
                 ["/".join(one[1:]) for one in asked])


def github(shelf, request):
    headers = github_headers(request)
    if request.path == "/graphql":
        return graphql(shelf, request, headers)
    if not request.headers.get("User-Agent"):
        return Reply(403, "Request forbidden by administrative rules. Please make "
                     "sure your request has a User-Agent header\n", "text/html")
    missing = Reply(404, {"message": "Not Found", "documentation_url":
                          "https://docs.github.com/rest/repos/repos"
                          "#get-a-repository", "status": "404"},
                    GITHUB_JSON, headers)
    match = re.match(r"^/repositories/(\d+)$", request.path)
    if match:
        row = shelf.repo_by_number(int(match.group(1)))
        name = match.group(0)
    else:
        match = re.match(r"^/repos/([^/]+)/([^/]+)$", request.path)
        if not match:
            return missing
        name = urllib.parse.unquote("/".join(match.groups()))
        row = shelf.repo(name)
    missing.ids = [name]
    if row is None:
        return missing
    if row.get("blocked"):
        return Reply(451, {"message": "Repository access blocked", "block": {
            "reason": "dmca", "created_at": "2024-01-11T11:11:11Z",
            "html_url": "https://github.com/github/dmca"}}, GITHUB_JSON, headers,
            [name])
    if row.get("moved_to"):
        place = "%s%s/repositories/%d" % (
            request.origin, request.prefix, repo_number(row["moved_to"]))
        return Reply(301, {"message": "Moved Permanently", "url": place,
                           "documentation_url": "https://docs.github.com/rest/"
                           "guides/best-practices-for-using-the-rest-api"
                           "#follow-redirects"}, GITHUB_JSON,
                     headers + [("Location", place)], [name])
    reply = Reply(200, github_record(row), GITHUB_JSON, headers, [name])
    strong = '"%s"' % hashlib.md5(reply.body).hexdigest()
    reply.headers += [("Cache-Control", "public, max-age=60, s-maxage=60"),
                      ("Last-Modified", "Mon, 11 Nov 2024 11:11:11 GMT")]
    sent = request.headers.get("If-None-Match", "")
    if strong in sent:
        reply.status, reply.body = 304, b""
        reply.headers.append(("ETag", strong))
    else:
        reply.headers.append(("ETag", "W/" + strong))
    return reply
