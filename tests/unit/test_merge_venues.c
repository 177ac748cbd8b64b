/* Venues as lists and sources spell them; the key a group-by meets. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "merge/inside.h"

#define MEETING                                                                          \
	"Annual Meeting of the Association for Computational "                           \
	"Linguistics"
#define FINDINGS "Findings of the Association for Computational Linguistics"
#define EMPIRICAL                                                                        \
	"Conference on Empirical Methods in Natural Language "                           \
	"Processing"
#define VISION "Conference on Computer Vision and Pattern Recognition"

static const struct {
	const char *key; /* NULL: no key */
	const char *spellings[12];
} groups[] = {
	{ "neurips",
	    { "NeurIPS", "NIPS", "NeurIPS 2023", "NeurIPS Spotlight",
		"Advances in Neural Information Processing Systems 36",
		"Neural Information Processing Systems",
		"Conference on Neural Information Processing Systems (NeurIPS)",
		"36th Conference on Neural Information Processing Systems" } },
	{ "neurips-datasets",
	    { "NeurIPS Datasets/Benchmarks Track", "NeurIPS Datasets and Benchmarks",
		"Thirty-sixth Conference on Neural Information Processing "
		"Systems Datasets and Benchmarks Track" } },
	{ "neurips-workshops",
	    { "NeurIPS Workshop", "NeurIPS 2023 Workshop on Instruction Tuning" } },
	{ "acl",
	    { "ACL", "ACL 2023", "ACL Main", MEETING,
		"Proceedings of the 61st " MEETING " (Volume 1: Long Papers)",
		"Proceedings of the 59th " MEETING " and the 11th International "
		"Joint Conference on Natural Language Processing (Volume 2: "
		"Short Papers)" } },
	{ "acl-industry",
	    { "ACL Industry Track",
		"Proceedings of the 61st " MEETING " (Volume 5: Industry "
		"Track)" } },
	{ "acl-demos",
	    { "ACL Demo",
		"Proceedings of the 61st " MEETING
		" (Volume 3: System Demonstrations)" } },
	{ "findings-acl",
	    { "ACL Findings", "Findings of ACL", FINDINGS ": ACL 2023",
		FINDINGS " ACL 2024", FINDINGS ": ACL-IJCNLP 2021" } },
	{ "findings-emnlp",
	    { "EMNLP Findings", "Findings of EMNLP", FINDINGS ": EMNLP 2020" } },
	{ "findings-naacl", { "NAACL Findings", FINDINGS ": NAACL 2022" } },
	{ "emnlp",
	    { "EMNLP", "EMNLP 2023", "EMNLP-IJCNLP", "EMNLP main", EMPIRICAL,
		"Proceedings of the 2019 " EMPIRICAL " and the 9th "
		"International Joint Conference on Natural Language Processing "
		"(EMNLP-IJCNLP)" } },
	{ "emnlp-industry",
	    { "EMNLP Industry Track",
		"Proceedings of the 2023 " EMPIRICAL ": Industry Track" } },
	{ "naacl",
	    { "NAACL", "NAACL-HLT",
		"North American Chapter of the Association for Computational "
		"Linguistics",
		"Proceedings of the 2019 Conference of the North "
		"American Chapter of the Association for Computational "
		"Linguistics: Human Language Technologies, Volume 1 (Long and "
		"Short Papers)",
		"Proceedings of the 2018 Conference of the North American Chapter "
		"of the" } },
	{ "naacl-workshops", { "NAACL Workshop" } },
	{ "eacl",
	    { "EACL",
		"Conference of the European Chapter of the "
		"Association for Computational Linguistics" } },
	{ "tacl",
	    { "TACL",
		"Transactions of the Association for "
		"Computational Linguistics" } },
	{ "coling",
	    { "COLING",
		"International Conference on Computational "
		"Linguistics" } },
	{ "lrec-coling", { "LREC-COLING", "LREC/COLING 2024" } },
	{ "conll",
	    { "CoNLL",
		"Proceedings of the 27th Conference on "
		"Computational Natural Language Learning (CoNLL)" } },
	{ "bionlp",
	    { "BioNLP", "ACL-BioNLP", "BioNLP Workshop", "BioNLP@ACL",
		"Workshop on Biomedical Natural Language Processing",
		"Proceedings of the 21st Workshop on Biomedical Language "
		"Processing" } },
	{ "clinicalnlp",
	    { "ClinicalNLP", "ClinicalNLP Workshop", "ACL-ClinicalNLP",
		"Proceedings of the 3rd Clinical Natural "
		"Language Processing Workshop" } },
	{ "icml",
	    { "ICML", "International Conference on Machine Learning",
		"Proceedings of the 40th International Conference on Machine "
		"Learning" } },
	{ "iclr",
	    { "ICLR",
		"International Conference on Learning "
		"Representations",
		"ICLR 2024 Spotlight",
		"The Twelfth "
		"International Conference on Learning Representations" } },
	{ "aaai",
	    { "AAAI", "AAAI Conference on Artificial Intelligence",
		"Proceedings of the AAAI Conference on Artificial "
		"Intelligence" } },
	{ "ijcai",
	    { "IJCAI",
		"International Joint Conference on Artificial "
		"Intelligence" } },
	{ "tmlr",
	    { "TMLR", "Trans. Mach. Learn. Res.",
		"Transactions on "
		"Machine Learning Research" } },
	{ "jmlr",
	    { "JMLR", "J. Mach. Learn. Res.",
		"Journal of Machine "
		"Learning Research" } },
	{ "cvpr",
	    { "CVPR", "IEEE/CVF " VISION, "2023 IEEE/CVF " VISION " (CVPR)",
		"Computer Vision and Pattern Recognition" } },
	{ "cvpr-workshops",
	    { "CVPR Workshops", "CVPRW", "2023 IEEE/CVF " VISION " Workshops (CVPRW)" } },
	{ "iccv",
	    { "ICCV",
		"IEEE International Conference on Computer "
		"Vision" } },
	{ "eccv", { "ECCV", "European Conference on Computer Vision" } },
	{ "miccai",
	    { "MICCAI",
		"International Conference on Medical Image "
		"Computing and Computer-Assisted Intervention" } },
	{ "media", { "Medical Image Analysis", "MedIA" } },
	{ "tmi",
	    { "IEEE Trans. Medical Imaging",
		"IEEE Transactions on "
		"Medical Imaging",
		"IEEE TMI" } },
	{ "jbhi",
	    { "IEEE JBHI",
		"IEEE Journal of Biomedical and Health "
		"Informatics",
		"IEEE J. Biomed. Health Inform." } },
	{ "tpami",
	    { "TPAMI", "IEEE Trans. Pattern Anal. Mach. Intell.",
		"IEEE Transactions on Pattern Analysis and Machine "
		"Intelligence" } },
	{ "chil",
	    { "CHIL",
		"ACM Conference on Health, Inference, and "
		"Learning" } },
	{ "amia",
	    { "AMIA", "AMIA Annual Symposium proceedings",
		"AMIA ... "
		"Annual Symposium proceedings. AMIA Symposium" } },
	{ "kdd",
	    { "KDD", "Knowledge Discovery and Data Mining",
		"ACM SIGKDD "
		"Conference on Knowledge Discovery & Data Mining" } },
	{ "www", { "WWW", "The Web Conference" } },
	{ "tkdd", { "ACM TKDD", "ACM Trans. Knowl. Discov. Data" } },
	{ "osdi",
	    { "OSDI",
		"USENIX Symposium on Operating Systems Design and "
		"Implementation" } },
	{ "rss", { "RSS", "Robotics: Science and Systems" } },
	{ "nature", { "Nature" } },
	{ "nature-medicine", { "Nature Medicine", "Nat. Med.", "Nat Med" } },
	{ "nature-communications",
	    { "Nature Communications", "Nat. Commun.", "Nat Commun" } },
	{ "nature-biomedical-engineering",
	    { "Nature Biomedical Engineering", "Nat. Biomed. Eng." } },
	{ "nature-machine-intelligence",
	    { "Nature Machine Intelligence", "Nat. Mac. Intell.", "Nat Mach Intell" } },
	{ "npj-digital-medicine",
	    { "npj Digital Medicine", "npj Digit. Med.", "NPJ Digit Med",
		"Nature Digital Medicine", "npj Digital Med." } },
	{ "communications-medicine", { "Communications Medicine", "Commun Med" } },
	{ "scientific-data", { "Scientific Data", "Sci. Data" } },
	{ "scientific-reports", { "Scientific Reports", "Sci Rep" } },
	{ "nejm",
	    { "NEJM", "New England Journal of Medicine", "N Engl J Med",
		"The New England Journal of Medicine" } },
	{ "nejm-ai", { "NEJM AI" } },
	{ "jama",
	    { "JAMA",
		"JAMA : the journal of the American Medical "
		"Association" } },
	{ "jama-network-open", { "JAMA Network Open", "JAMA Netw Open" } },
	{ "lancet-digital-health",
	    { "Lancet Digital Health",
		"The Lancet "
		"Digital Health",
		"Lancet Digit Health",
		"The Lancet. Digital "
		"health" } },
	{ "jamia",
	    { "JAMIA", "J. Am. Medical Informatics Assoc.", "J Am Med Inform Assoc",
		"Journal of the American Medical "
		"Informatics Association",
		"Journal of the American Medical "
		"Informatics Association : JAMIA" } },
	{ "jmir",
	    { "JMIR", "Journal of Medical Internet Research", "J Med Internet Res" } },
	{ "jmir-medical-education", { "JMIR Medical Education", "JMIR Med Educ" } },
	{ "jmir-ai", { "JMIR AI" } },
	{ "jbi",
	    { "JBI", "J. Biomed. Informatics",
		"Journal of Biomedical "
		"Informatics",
		"J Biomed Inform" } },
	{ "ijmi",
	    { "International Journal of Medical Informatics",
		"Int. J. Medical Informatics", "Int J Med Inform" } },
	{ "bmc-midm",
	    { "BMC Medical Informatics and Decision Making", "BMC Med Inform Decis Mak",
		"BMC Medical Informatics Decis. "
		"Mak." } },
	{ "bioinformatics",
	    { "Bioinformatics", "Bioinform.", "Bioinformatics (Oxford, England)" } },
	{ "briefings-in-bioinformatics",
	    { "Briefings in Bioinformatics", "Briefings Bioinform.",
		"Brief Bioinform" } },
	{ "bmc-bioinformatics", { "BMC Bioinformatics", "BMC Bioinform." } },
	{ "nar", { "Nucleic Acids Research", "Nucleic Acids Res." } },
	{ "database",
	    { "Database", "Database J. Biol. Databases Curation",
		"Database: The Journal of Biological Databases and Curation" } },
	{ "acm-health",
	    { "HEALTH", "ACM TCH",
		"ACM Transactions on Computing "
		"for Healthcare (HEALTH)",
		"ACM Trans. Comput. Heal.",
		"ACM Transactions on Computing for Healthcare" } },
	{ "healthcare",
	    { "Healthcare", "Healthcare (Basel, Switzerland)", "Healthcare (Basel)" } },
	{ "applied-sciences", { "Appl. Sci.", "Applied Sciences" } },
	{ "csur", { "ACM Computing Surveys", "ACM Comput. Surv." } },
	{ "cbm",
	    { "Computers in Biology and Medicine", "Comput. Biol. Medicine",
		"Comput Biol Med" } },
	{ "nsr", { "National Science Review", "NSR" } },
	{ "pnas",
	    { "PNAS",
		"Proceedings of the National Academy of Sciences "
		"of the United States of America",
		"Proceedings of the National "
		"Academy of Sciences" } },
	/* Preprints, places that are none, and workshops of their own. */
	{ NULL,
	    { "arXiv", "Arxiv", "arXiv.org", "CoRR", "arXiv preprint arXiv:2308.02463",
		"bioRxiv", "medRxiv", "medRxiv : the preprint server for health sciences",
		"Research Square", "SSRN Electronic Journal" } },
	{ NULL,
	    { "GitHub", "Huggingface", "Blog", "Technical report", "Under review", "None",
		"Google", "unknown", "openreview.net" } },
	{ NULL,
	    { "Workshop on Something (ACL 2023)",
		"Proceedings of the "
		"International Workshop on Ambient Things",
		"Journal of "
		"Improbable Results",
		"" } },
};

static void
test_spellings(void **state)
{
	struct arena *arena = arena_new();
	size_t count = 0;

	(void)state;
	for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
		for (size_t k = 0; groups[i].spellings[k] != NULL; k++) {
			const char *text = groups[i].spellings[k];
			const char *key = venue_read(arena, text).key;
			const char *want = groups[i].key;

			count++;
			if ((key == NULL) != (want == NULL) ||
			    (key != NULL && strcmp(key, want) != 0))
				fail_msg("%s: %s, not %s", text,
				    key == NULL ? "none" : key,
				    want == NULL ? "none" : want);
		}
	assert_true(count > 200);
	arena_free(arena);
}

/* Every row is as folding leaves it, or it could never be met. */
static void
test_rows(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < venue_rows_count; i++) {
		const struct venue_row *row = &venue_rows[i];
		struct venue venue = venue_read(arena, row->folded);

		if (venue.kind != row->kind ||
		    (venue.key != NULL && strcmp(venue.key, row->key) != 0))
			fail_msg("row %s", row->folded);
		if (i > 0 && strcmp(venue_rows[i - 1].folded, row->folded) >= 0)
			fail_msg("row %s is not in order", row->folded);
	}
	arena_free(arena);
}

/* One key, one name and one kind. */
static void
test_keys(void **state)
{
	size_t keys = 0;

	(void)state;
	for (size_t i = 0; i < venue_rows_count; i++) {
		const struct venue_row *a = &venue_rows[i];
		bool known = false;

		for (size_t k = 0; k < i && a->key != NULL; k++) {
			const struct venue_row *b = &venue_rows[k];

			if (b->key == NULL || strcmp(a->key, b->key) != 0)
				continue;
			known = true;
			if (a->kind != b->kind ||
			    strcmp(a->name == NULL ? "" : a->name,
				b->name == NULL ? "" : b->name) != 0)
				fail_msg("%s and %s", a->folded, b->folded);
		}
		keys += a->key != NULL && !known;
	}
	assert_true(keys >= 120);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_spellings),
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_keys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
