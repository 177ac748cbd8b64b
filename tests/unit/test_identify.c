/* Links → identifiers: a table, one row a form people write. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "identify/identify.h"
#include "model/entry.h"

static const struct {
	const char *url;
	const char *ids; /* identifier_text, blanks between; "": none */
} rows[] = {
	{ "https://arxiv.org/abs/2402.10373v2", "arxiv:2402.10373" },
	{ "http://www.arxiv.org/pdf/2402.10373.pdf", "arxiv:2402.10373" },
	{ "https://arxiv.org/abs/2405.00716/", "arxiv:2405.00716" },
	{ "https://arxiv.org/ftp/arxiv/papers/2303/2303.14070.pdf", "arxiv:2303.14070" },
	{ "https://arxiv.org/abs/math.AG/0301001v1", "arxiv:math/0301001" },
	{ "https://arxiv.org/abs/HEP-TH/9901001", "arxiv:hep-th/9901001" },
	{ "https://arxiv.org/abs/2413.00001", "" },
	{ "https://arxiv.org/list/cs.CL/recent", "" },
	{ "https://ui.adsabs.harvard.edu/abs/2023arXiv230511747L/abstract",
	    "arxiv:2305.11747" },
	{ "https://huggingface.co/papers/2402.10373", "arxiv:2402.10373" },
	{ "https://doi.org/10.48550/arXiv.2402.10373", "arxiv:2402.10373" },
	{ "https://doi.org/10.1093/BIB/bbac409.", "doi:10.1093/bib/bbac409" },
	{ "https://doi.org/10.1093/bib/bbac409/", "doi:10.1093/bib/bbac409" },
	{ "https://doi.org/10.1093//", "" },
	{ "https://doi.org/10.1093/bib%0Cbbac409", "" },
	{ "https://doi.org/10.1093/bib%FFbbac409", "" },
	{ "https://www.nature.com/articles/s41591-023-02448-8",
	    "doi:10.1038/s41591-023-02448-8" },
	{ "https://www.nature.com/articles/sdata201635", "doi:10.1038/sdata.2016.35" },
	{ "https://www.nature.com/articles/ng0504-431", "doi:10.1038/ng0504-431" },
	{ "https://link.springer.com/content/pdf/10.1007/978-3-319-19896-5.pdf",
	    "doi:10.1007/978-3-319-19896-5" },
	{ "https://bmcbioinformatics.biomedcentral.com/articles/10.1186/"
	  "s12859-019-3119-4?x=1",
	    "doi:10.1186/s12859-019-3119-4" },
	{ "https://dl.acm.org/doi/abs/10.1145/3458754", "doi:10.1145/3458754" },
	{ "https://ai.nejm.org/doi/full/10.1056/AIoa2300068", "doi:10.1056/aioa2300068" },
	{ "https://www.biorxiv.org/content/10.1101/2023.04.19.537463.abstract",
	    "doi:10.1101/2023.04.19.537463" },
	{ "https://www.medrxiv.org/content/10.1101/2023.12.13.23299881v1",
	    "doi:10.1101/2023.12.13.23299881" },
	{ "https://academic.oup.com/bib/article-abstract/23/6/bbac409/6713511",
	    "doi:10.1093/bib/bbac409" },
	{ "https://academic.oup.com/bioinformatics/article/36/4/1234/5566506", "" },
	{ "https://academic.oup.com/jamia/article-abstract/27/1/3/5581277", "" },
	{ "https://www.mdpi.com/2076-3417/11/14/6421", "doi:10.3390/app11146421" },
	{ "https://mededu.jmir.org/2023/1/e48291/", "doi:10.2196/48291" },
	{ "https://www.thelancet.com/journals/landig/article/PIIS2589-7500(23)00021-3/"
	  "fulltext",
	    "doi:10.1016/s2589-7500(23)00021-3" },
	{ "https://www.sciencedirect.com/science/article/pii/S1532046413001974", "" },
	{ "https://aclanthology.org/2020.clinicalnlp-1.17.pdf",
	    "acl:2020.clinicalnlp-1.17" },
	{ "https://aclanthology.2022.emnlp-main.256.pdf", "acl:2022.emnlp-main.256" },
	{ "https://www.aclweb.org/anthology/W04-1213", "acl:W04-1213" },
	{ "https://pubmed.ncbi.nlm.nih.gov/37506330/", "pmid:37506330" },
	{ "https://pubmed.ncbi.nlm.nih.gov/download/", "" },
	{ "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC10564921/", "pmcid:PMC10564921" },
	{ "https://huggingface.co/epfl-llm/meditron-70b/tree/main",
	    "hf:epfl-llm/meditron-70b" },
	{ "https://huggingface.co/datasets/qiaojin/PubMedQA",
	    "hf-dataset:qiaojin/PubMedQA" },
	{ "https://huggingface.co/datasets/squad/viewer", "hf-dataset:squad" },
	{ "https://huggingface.co/t5-11b", "hf:t5-11b" },
	{ "https://huggingface.co/bert-base-uncased/tree/main", "hf:bert-base-uncased" },
	{ "https://huggingface.co/spaces/a/b", "hf-space:a/b" },
	{ "https://huggingface.co/m42-health", "hf-org:m42-health" },
	{ "https://huggingface.co/collections/a/b-123", "hf-collection:a/b-123" },
	{ "https://openreview.net/forum?id=hSyW5go0v8&noteId=a-1",
	    "openreview:hSyW5go0v8" },
	{ "https://openreview.net/attachment?name=pdf&id=B1_x-9aBcD",
	    "openreview:B1_x-9aBcD" },
	{ "https://openreview.net/group?id=ICLR.cc/2024/Conference", "" },
	{ "https://huggingface.co/a/..", "" },
	{ "https://openreview.net/references/pdf?id=hSyW5go0v8", "" },
	{ "https://github.com/O-1/R.x.git", "github:O-1/R.x" },
	{ "https://github.com/hendrycks/ethics/tree/main", "github:hendrycks/ethics" },
	{ "https://github.com/owner/...git", "" },
	{ "https://github.com/topics/llm", "" },
	{ "https://gist.github.com/someone/0123456789abcdef", "" },
	{ "https://user-images.githubusercontent.com/1234/5678.png", "" },
	{ "https://raw.githubusercontent.com/o/r/main/README.md", "github:o/r" },
	{ "https://img.shields.io/github/stars/epfLLM/meditron?style=social",
	    "github:epfLLM/meditron" },
	{ "https://img.shields.io/badge/dynamic/json?url=https://api.semanticscholar.org/"
	  "graph/v1/paper/"
	  "CorpusID:252542956?fields=citationCount&query=%24.citationCount",
	    "s2:252542956" },
	{ "https://img.shields.io/badge/dynamic/json?url=https://huggingface.co/api/"
	  "models/a/b&query=%24.likes",
	    "hf:a/b" },
	{ "https://www.semanticscholar.org/paper/A-Title-of-Two/"
	  "204E3073870fae3d05bcbc2f6a8e263d9b72e776",
	    "s2-paper:204e3073870fae3d05bcbc2f6a8e263d9b72e776" },
	{ "https://www.semanticscholar.org/paper/204e3073870fae3d05bcbc2f6a8e263d9b72e77",
	    "" },
	{ "https://www.drugs.com/", "" },
	/* A DOI in plain sight, on hosts that nobody listed. */
	{ "https://pubs.example.org/doi/full/10.1148/ryai.230123",
	    "doi:10.1148/ryai.230123" },
	{ "https://journals.example.org/one/article?id=10.1371/journal.pone.0012345",
	    "doi:10.1371/journal.pone.0012345" },
	{ "https://data.example.edu/dataset.xhtml?persistentId=doi:10.7910/DVN/AB1CD2",
	    "doi:10.7910/dvn/ab1cd2" },
	{ "https://iopscience.iop.org/article/10.1088/1361-6560/ab1234/meta",
	    "doi:10.1088/1361-6560/ab1234" },
	{ "https://www.example.com/insight/content/doi/10.1108/JD-01-2020-0001/full/html",
	    "doi:10.1108/jd-01-2020-0001" },
	{ "https://journals.example.org/pr/abstract/10.1103/PhysRevLett.120.143001",
	    "doi:10.1103/physrevlett.120.143001" },
	{ "https://docs.example.org/manual/10.1/intro.html", "" },
	{ "https://example.org/10.10/2020/x", "" },
	{ "https://zenodo.org/records/1234567", "doi:10.5281/zenodo.1234567" },
	{ "https://zenodo.org/record/1234567/files/a.zip", "doi:10.5281/zenodo.1234567" },
	{ "https://zenodo.org/communities/recordings", "" },
	{ "https://www.biorxiv.org/content/early/2018/05/14/321935",
	    "doi:10.1101/321935" },
	{ "https://doi.org/10.1002/"
	  "(SICI)1097-0258(19981230)17:24%3C2815::AID-SIM110%3E3.0"
	  ".CO;2-8",
	    "doi:10.1002/(sici)1097-0258(19981230)17:24<2815::aid-sim110>3.0.co;2-8" },
	{ "https://doi.org/10.1002/(SICI)1097(1998)17:24<2815::AID-SIM111>3.0.CO;2-#",
	    "doi:10.1002/(sici)1097(1998)17:24<2815::aid-sim111>3.0.co;2-#" },
	{ "https://doi.org/10.1000/xyz123<br>", "doi:10.1000/xyz123" },
	{ "https://doi.org/10.1000/xyz(12)3)", "doi:10.1000/xyz(12)3" },
	{ "https://aclanthology.info/papers/P18-1001/p18-1001", "acl:P18-1001" },
	{ "https://www.aclweb.org/anthology/papers/W/W19/W19-1234/", "acl:W19-1234" },
	{ "https://aclanthology.org/2020.acl-main.12.bib", "acl:2020.acl-main.12" },
	{ "https://arxiv.org/abs/2304.08247]", "arxiv:2304.08247" },
	{ "https://arxiv.org/abs/2304.082471", "" },
	{ "https://huggingface.co/datasets/org/medical\\_meadow\\_wikidoc",
	    "hf-dataset:org/medical_meadow_wikidoc" },
	{ "https://img.shields.io/github/stars/Owner/Name.svg?style=social",
	    "github:Owner/Name" },
	{ "https://github.com/advisories/GHSA-aaaa-bbbb-cccc", "" },
	{ "https://github.com/customer-stories/somebody", "" },
	/* Pages in data/page-ids.tsv, and what is no page of theirs. */
	{ "https://www.mdpi.com/2072-4292/12/3/456/htm", "doi:10.3390/rs12030456" },
	{ "https://www.mdpi.com/2072-4292/12/3", "" },
	{ "https://www.mdpi.com/0000-0000/12/3/456", "" },
	{ "https://dl.acm.org/citation.cfm?doid=2939672.2939754",
	    "doi:10.1145/2939672.2939754" },
	{ "https://dl.acm.org/citation.cfm?id=2939754", "" },
	{ "https://elifesciences.org/articles/1234", "doi:10.7554/elife.01234" },
	{ "https://www.ijcai.org/proceedings/2019/0123.pdf",
	    "doi:10.24963/ijcai.2019/123" },
	{ "https://www.ijcai.org/proceedings/2015/0123.pdf", "" },
	{ "https://papers.ssrn.com/sol3/papers.cfm?abstract_id=1234567&x=1",
	    "doi:10.2139/ssrn.1234567" },
	{ "https://pubs.rsc.org/en/content/articlehtml/2020/sc/c9sc04336e",
	    "doi:10.1039/c9sc04336e" },
	{ "https://www.researchsquare.com/article/rs-123456/v1",
	    "doi:10.21203/rs.3.rs-123456/v1" },
	{ "https://www.researchsquare.com/article/rs-123456", "" },
	{ "https://papers.cool/arxiv/2402.10373", "arxiv:2402.10373" },
	{ "https://reader.example.org/paper/arxiv:2402.10373v2", "arxiv:2402.10373" },
	{ "https://reader.example.org/arxiv/2402", "" },
	{ "https://reader.example.org/arxiv", "" },
	{ "https://hf-mirror.com/datasets/owner/name", "hf-dataset:owner/name" },
	{ "https://deepwiki.com/owner/repo", "github:owner/repo" },
	{ "https://www.connectedpapers.com/main/"
	  "204e3073870fae3d05bcbc2f6a8e263d9b72e776/graph",
	    "s2-paper:204e3073870fae3d05bcbc2f6a8e263d9b72e776" },
	{ "https://www.ncbi.nlm.nih.gov/pubmed/?term=37506330", "pmid:37506330" },
	{ "https://pubmed.ncbi.nlm.nih.gov/?term=charts+37506330", "" },
	/* Through another page: a challenge, a redirect, a proxy, an archive. */
	{ "https://openreview.net/challenge?redirect=%2Fforum%3Fid%3DhSyW5go0v8",
	    "openreview:hSyW5go0v8" },
	{ "https://openreview.net/login?redirect=/forum?id=hSyW5go0v8&noteId=3",
	    "openreview:hSyW5go0v8" },
	{ "https://github.example.com/login?return_to=%2Fowner%2Frepo", "" },
	{ "https://github.com/login?return_to=%2Fowner%2Frepo", "github:owner/repo" },
	{ "https://www.google.com/url?q=https://arxiv.org/abs/2402.10373&sa=D",
	    "arxiv:2402.10373" },
	{ "https://link.zhihu.com/?target=https%3A//github.com/owner/repo",
	    "github:owner/repo" },
	{ "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.google."
	  "com%2Furl%3Fq%3Dhttps%253A%252F%252Fdoi.org%252F10.1093%252Fbib%252Fbbac409",
	    "doi:10.1093/bib/bbac409" },
	{ "https://login.ezproxy.uni.example/login?url=https://arxiv.org/abs/2402.10373",
	    "arxiv:2402.10373" },
	{ "https://arxiv-org.proxy.library.example.edu/abs/2402.10373",
	    "arxiv:2402.10373" },
	{ "https://www.aclweb.org.ezproxy.uni.example/anthology/W04-1213",
	    "acl:W04-1213" },
	{ "https://a-tool.proxy.example.org/abs/2402.10373", "" },
	{ "https://web.archive.org/web/2020/https://github.com/owner/repo",
	    "github:owner/repo" },
	{ "https://reader.example/https://reader.example/https://arxiv.org/abs/"
	  "2402.10373",
	    "arxiv:2402.10373" },
	{ "https://docs.example.com/viewer?url=https://arxiv.org/pdf/2402.10373.pdf",
	    "arxiv:2402.10373" },
	{ "https://host.example/new/clone?repository-url=https://github.com/owner/repo",
	    "" },
	{ "https://example.org/page?from=https://arxiv.org/abs/2402.10373", "" },
	{ "javascript:alert(1)", "" },
	{ "https://evilarxiv.org/abs/2402.10373", "" },
};

static void
test_urls(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct arena *arena = arena_new();
		struct identifier ids[8];
		size_t count = identify_url(arena, rows[i].url, ids, 8);
		const char *got = "";
		for (size_t n = 0; n < count; n++)
			got = arena_printf(arena, "%s%s%s", got, n > 0 ? " " : "",
			    identifier_text(arena, ids[n]));
		if (strcmp(got, rows[i].ids) != 0)
			fail_msg("%s gave \"%s\", wanted \"%s\"", rows[i].url, got,
			    rows[i].ids);
		arena_free(arena);
	}
}

static void
test_what_people_type(void **state)
{
	struct arena *arena = arena_new();
	struct identifier id;

	(void)state;
	assert_true(identify_text(arena, "arXiv:2402.10373v1", &id));
	assert_string_equal(identifier_text(arena, id), "arxiv:2402.10373");
	assert_true(identify_text(arena, "arxiv:math.AG/0301001v1", &id));
	assert_string_equal(identifier_text(arena, id), "arxiv:math/0301001");
	assert_true(identify_text(arena, "10.1093/bib/bbac409", &id));
	assert_int_equal(id.kind, IDENTIFIER_DOI);
	assert_true(identify_text(arena, "https://www.drugs.com/", &id));
	assert_int_equal(id.kind, IDENTIFIER_URL);
	assert_false(identify_text(arena, "BioGPT", &id));
	/* GitHub and Hugging Face ignore case when looking up. */
	struct identifier one = { IDENTIFIER_GITHUB, "Owner/Name" };
	struct identifier two = { IDENTIFIER_GITHUB, "owner/name" };
	assert_true(identifier_equal(one, two));
	assert_string_equal(identifier_key(arena, one), "github:owner/name");
	arena_free(arena);
}

/* An arXiv page or a DOI without an identifier is flagged, a list is not. */
static void
test_broken(void **state)
{
	static const struct {
		const char *url;
		bool broken;
	} links[] = {
		{ "https://arxiv.org/abs/2413.00001", true },
		{ "https://arxiv.org/pdf/2301.pdf", true },
		{ "https://doi.org/bbac409", true },
		{ "https://huggingface.co/papers/soon", true },
		{ "https://arxiv.org/abs/2301.00001", false },
		{ "https://arxiv.org/list/cs.CL/recent", false },
		{ "https://arxiv.org/a/example_a_1", false },
		{ "https://doi.org/", false },
		{ "https://doi.org/10.1000/x1", false },
		{ "https://example.org/abs/2413.00001", false },
	};
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof links / sizeof links[0]; i++) {
		struct link link = { .url = links[i].url, .label = "paper" };
		struct entry entry = { .list = "a",
			.line = 1,
			.title = "t",
			.links = &link,
			.link_count = 1 };
		struct list list = { .name = "a", .entries = &entry, .entry_count = 1 };

		identify_list(arena, &list);
		if (links[i].broken != ((entry.flags & FLAG_BAD_IDENTIFIER) != 0))
			fail_msg("%s", links[i].url);
	}
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_urls),
		cmocka_unit_test(test_broken),
		cmocka_unit_test(test_what_people_type),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
