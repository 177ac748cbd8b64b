/* GitHub: one repository by REST, many by one query. */
#pragma once

#include "model/source.h"

/* Several repositories: one query of the GraphQL API, which needs a token. */
void github_graphql_ask(
    const struct question *, size_t count, struct arena *, struct request *);
enum verdict github_graphql_split(const struct response *);
void github_graphql_read(
    const struct request *, const struct response *, struct arena *, struct answer *);
