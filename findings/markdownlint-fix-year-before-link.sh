#!/bin/sh
# markdownlint --fix: a year or a venue in brackets right before a link makes it no
# link any more.
#
# Version:   npm markdownlint 0.37.4
# Expected:  "(2024)[[paper]](address)" and "(CVPR 2023)[paper][1]" are links behind
#            words in brackets, in CommonMark and on GitHub; a fixer leaves them.
# Seen:      rule MD011 takes the two brackets for a link whose halves were swapped,
#            and its fix swaps them: what is linked is "paper" or "[paper", relative to
#            the page, and the address is plain text or behind a bare "1".
#            "(Oral)[paper](address)", with single brackets, is left alone.
# Source:    the rule's page promises to see swapped halves only; the maintainers'
#            thread on citation keys behind brackets:
#            github.com/DavidAnson/markdownlint, issue 1670.
# For us:    in curated lists both forms are common.  Fixes of findings are made by
#            bytes that stand in one line; no linter is run over a list.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
npm install --silent --no-fund --no-audit --prefix . markdownlint@0.37.4 commonmark@0.31.2 >/dev/null 2>&1 || {
	echo "the pinned packages are not to be had here"
	exit 77
}
cat >probe.mjs <<'JS'
import {applyFixes} from 'markdownlint';
import {lint} from 'markdownlint/sync';
import {Parser} from 'commonmark';
function links(text) {
	const found = [], walker = new Parser().parse(text).walker();
	for (let step; (step = walker.next());)
		if (step.entering && step.node.type === 'link')
			found.push(step.node.destination);
	return found.join(' ') || 'none';
}
for (const line of ['- A Study (2024)[[paper]](https://arxiv.org/abs/2401.00010)',
	'- A Study (CVPR 2023)[paper][1]', '- A Study (Oral)[paper](https://arxiv.org/abs/2401.00010)']) {
	const text = '# List\n\n' + line + '\n\n[1]: https://arxiv.org/abs/2401.00010\n';
	const fixed = applyFixes(text, lint({strings: {text}}).text);
	console.log(fixed.split('\n')[2]);
	console.log('  links before: ' + links(text) + '; after: ' + links(fixed));
}
JS
node probe.mjs | tee seen
diff - seen <<'SEEN'
- A Study [2024]([paper)](https://arxiv.org/abs/2401.00010)
  links before: https://arxiv.org/abs/2401.00010; after: %5Bpaper
- A Study [CVPR 2023](paper)[1]
  links before: https://arxiv.org/abs/2401.00010; after: paper https://arxiv.org/abs/2401.00010
- A Study (Oral)[paper](https://arxiv.org/abs/2401.00010)
  links before: https://arxiv.org/abs/2401.00010; after: https://arxiv.org/abs/2401.00010
SEEN
