import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { translate } from './dialects.ts';

const files: Readonly<Record<string, string>> = { 'Git Basics': 'git/Git Basics.md' };

/** Notes of other programs, what they become, and what is said of them. */
const rows: readonly (readonly [name: string, source: string, made: string, ...said: string[]])[] =
	[
		[
			'blocks of MkDocs',
			`/// note | My title\nA.\n\n- b\n///\n\nC.`,
			`> [!note] My title\n> A.\n>\n> - b\n\n\nC.`,
		],
		[
			'blocks within blocks, without their options',
			`//// details | T\n    type: warning\n/// tip\nx\n///\n////`,
			`> [!details] T\n>\n> > [!tip]\n> > x\n>`,
		],
		[
			'tabs of MkDocs',
			`/// tab | Python\n\`\`\`py\na\n\`\`\`\n///\n\n=== "B"\n    b`,
			`**Python**\n\`\`\`py\na\n\`\`\`\n\n\n**B**\nb`,
		],
		[
			'other slashes',
			`/// not a kind\n\n/// <reference path="x" />`,
			`/// not a kind\n\n/// <reference path="x" />`,
		],
		[
			'a block that is not closed',
			`/// warning\nopen`,
			`/// warning\nopen`,
			'1 `/// warning` is not closed',
		],
		[
			'files that MkDocs puts in',
			`{* ../a.py hl[1,2] *}\n\n{!a.md!}\n\n--8<-- "b.md"\n\nText {*b*} here.`,
			`\n\n\n\n\n\nText {*b*} here.`,
			'1 `{* ../a.py hl[1,2] *}` is left out',
			'3 `{!a.md!}` is left out',
			`5 \`--8<-- "b.md"\` is left out`,
		],
		[
			'boxes of MkDocs',
			`!!! note inline end "T"\n    x\n\n    y\n\n??? tip\n	z`,
			`> [!note] T\n> x\n>\n> y\n\n> [!tip]\n> z`,
		],
		[
			'boxes with titles, within others',
			`:::warning[My \`t\`]{.x}\n\n::::tip x\nb\n::::\n\n:::`,
			`> [!warning] My \`t\`\n>\n> > [!tip] x\n> > b\n>\n>`,
		],
		['boxes in lists', `- a\n\n  :::caution Ho\n  x\n  :::`, `- a\n\n  > [!caution] Ho\n  > x`],
		[
			'boxes that are none',
			`::: columns\n\n:::: column\na\n::::\n\n:::`,
			`\n\n\na`,
			'3 box `::::column` is not drawn',
			'1 box `:::columns` is not drawn',
		],
		[
			'quotations and diagrams of GitLab',
			`>>>\na\n\nb\n>>>\n\n::: mermaid\ngraph TD\n:::`,
			`>\n> a\n>\n> b\n\n\n\`\`\`mermaid\ngraph TD\n\`\`\``,
		],
		[
			'code, places and roles of MyST',
			`(here)=\n\n\`\`\`{code-block} bash\n:linenos:\n\nls\n\`\`\`\n\n{ref}\`here\``,
			`<a id="here"></a>\n\n\n\`\`\`bash\n\nls\n\`\`\`\n\n{ref}\`here\``,
			'9 `{ref}` is shown as text',
		],
		[
			'what Pandoc and kramdown draw',
			`% T\n\n*[A]: B\n\nA\n: b\n\n+--+\n| a |\n+--+\n\n  a  b\n --- ---\n\n[@k] and [w]{.x} and $$x$$, $5 of $HOME\n\n\\newpage`,
			`\n\n\n\nA\n: b\n\n+--+\n| a |\n+--+\n\n  a  b\n --- ---\n\n[@k] and w and $$x$$, $5 of $HOME`,
			'1 `% T` is left out',
			'3 `*[A]: B` is left out',
			'6 `: b` is shown as text',
			'8 `+--+` is shown as text',
			'12 `a b` is shown as text',
			'15 `[@k]` is shown as text',
			'15 `{.x}` is left out',
			'15 `$$x$$` is shown as text',
			'17 `\\newpage` is left out',
		],
		[
			'docsify, Jinja',
			`?> a {# b #}\n\n## B :id=b`,
			`> **Tip:** a \n\n## B {#b}`,
			'1 `{# b #}` is left out',
		],
		[
			'values of MDX, where there is more of it',
			'<A title="T" />\n\n{`x`} {y}\n\n<B z="1">\n\n<Card title="T" href="/u" />',
			'\n\n`x` {y}\n\n<B z="1">\n\n[T](</u>)',
			'1 component `<A title="T" />` is left out',
			'3 `{y}` is shown as text',
			'5 `<B z="1">` is shown as text: nothing closes it',
			'7 component `<Card title="T" href="/u" />` is left out',
		],
		['line breaks of old', ':::tip\ra\r:::', '> [!tip]\n> a'],
		[
			'options of MyST',
			`:::{admonition} My\n:class: tip\nx\n:::\n\n\`\`\`{note}\n:name: y\nz\n\`\`\``,
			`> [!note] My\n>\n> x\n\n\n> [!note]\n>\n> z`,
		],
		[
			'directives of one line or word',
			`::youtube{id="x"}\n\nPress :kbd[Tab]{title="x"}, image:tag[1].`,
			`\n\nPress Tab, image:tag[1].`,
			`1 \`::youtube{id="x"}\` is left out`,
			`3 \`:kbd[Tab]{title="x"}\` is left out`,
		],
		[
			'HTML with values of MDX',
			`<i style={{color: "red"}} className="x" />a <b style={{a: 1}}>b</b>\n\n<img\n  src={require("./a.png")}\n/>`,
			'a <b>b</b>',
			`1 component \`<i style={{color: "red"}} className="x" />\` is left out`,
			'1 component `<b style={{a: 1}}>` is left out',
			`3 component \`<img src={require("./a.png")} />\` is left out`,
		],
		[
			'what MDX runs',
			`import X from "y";\nimport {a,\n b} from 'z'\n\nexport const m = {a: 1};\n\n<X a="b" c={d}>\n\ntext\n\n</X>\n\n{/* no */}`,
			`\n\n\n\n\n\n\n\ntext`,
			`1 \`import X from "y";\` is left out`,
			'2 `import {a,` is left out',
			'5 `export const m = {a: 1};` is left out',
			`7 component \`<X a="b" c={d}>\` is left out`,
		],
		[
			'what MDX runs over several lines, or one',
			`import A from 'a'; import {B} from "b";\nexport const m = () => {\n\n  return "}" + <p>x</p>;\n};\n\nimport a cat from the shelter\nexport PATH=/x`,
			`\n\n\n\n\n\nimport a cat from the shelter\nexport PATH=/x`,
			'1 `import A from \'a\'; import {B} from "b";` is left out',
			'2 `export const m = () => {` is left out',
		],
		[
			'pictures and tabs of MDX',
			`<Image src="./a b.png" alt="A" />\n\n<TabItem value="a" label="A">\n\nx\n\n</TabItem>`,
			`![A](<./a b.png>)\n\n**A**\n\nx`,
			`3 component \`<TabItem value="a" label="A">\` is left out`,
		],
		[
			'names in brackets',
			'docker run <Image> and <Tag />',
			'docker run <Image> and',
			'1 component `<Tag />` is left out',
		],
		[
			'code in shortcodes',
			`{{< code-toggle file=hugo >}}\n[[menus]]\n{{</ code-toggle >}}\n\n{{< highlight go "linenos=table" >}}\nx\n{{< /highlight >}}`,
			`\`\`\`toml\n[[menus]]\n\`\`\`\n\n\`\`\`go\nx\n\`\`\``,
		],
		[
			'fences in shortcodes',
			`{% code title="a.sh" %}\n\`\`\`sh\nb\n\`\`\`\n{% endcode %}`,
			`\n\`\`\`sh\nb\n\`\`\``,
			`1 \`{% code title="a.sh" %}\` is left out`,
			'5 `{% endcode %}` is left out',
		],
		[
			'pictures and tabs in tags',
			`{{< figure src="a.png" title="T" >}}\n\n{% tab title="A" %}\nx\n{% endtab %}`,
			`![T](<a.png>)\n\n**A**\nx`,
			`3 \`{% tab title="A" %}\` is left out`,
			'5 `{% endtab %}` is left out',
		],
		[
			'links with tags',
			`[a]({{< ref "b.md#c" >}}), [b]({% link _x/y.md %}), ![c]({{ site.baseurl }}/d.png)`,
			'[a](b.md#c), [b](_x/y.md), ![c](/d.png)',
		],
		[
			'values in a text',
			'By {{ page.author }}; `{{.Names}}`, {{.ID}}.',
			'By {{ page.author }}; `{{.Names}}`, {{.ID}}.',
			'1 `{{ page.author }}` is shown as text',
		],
		[
			'lists of attributes',
			`# T {: #id .c }\n\nText.\n{: .lead}\n\n[a](b){:target="_blank"}[c](d){ .md-button }`,
			`# T {#id}\n\nText.\n\n\n[a](b)[c](d)`,
			'4 `{: .lead}` is left out',
			`6 \`{:target="_blank"}\` is left out`,
			'6 `{ .md-button }` is left out',
		],
		[
			'places for tables of contents',
			`[[_TOC_]]\n\n[toc]\n\n1. Contents\n{:toc .x}\n\n- Here\n{:toc}`,
			'',
		],
		[
			'links between notes',
			'See [[Git Basics|]], [[Git Basics#Two|here]], [[#Own part]] and [[Nope|no]]:',
			'See [Git Basics](git/Git%20Basics.md), [here](git/Git%20Basics.md#Two), [Own part](#Own%20part) and no:',
			'1 `[[Nope|no]]` leads to no file of the notes',
		],
		[
			'links in tables',
			`| a | b |\n|---|---|\n| [[Git Basics\\|t]] | ==x== |`,
			`| a | b |\n|---|---|\n| [t](git/Git%20Basics.md) | <mark>x</mark> |`,
		],
		[
			'marked words and ids',
			'a ==b c== d == e == f, `==g==`, x==1 and ==i `j` k== ^id-1',
			`a <mark>b c</mark> d == e == f, \`==g==\`, x==1 and <mark>i \`j\` k</mark> <a id="id-1"></a>`,
		],
		[
			'what is put in',
			'![[a.png|300x200]] ![[doc.pdf#page=3]] ![[Git Basics#^b]]',
			'![a.png](a.png) doc.pdf › page=3 [Git Basics › b](git/Git%20Basics.md#b)',
			'1 `![[doc.pdf#page=3]]` leads to no file of the notes',
			'1 `![[Git Basics#^b]]` is shown as a link',
		],
		[
			'comments of a vault',
			`%% one %% a 100%% c%%d\n\n%%\nx\n\ny\n%%`,
			' a 100%% c%%d',
			'1 comment between `%%` is left out',
			'3 comment between `%%` is left out',
		],
		[
			'words raised, lowered, put in, taken out and pressed',
			`x^2^, H~2~O, ++put in++, ++ctrl+c++, {+ a +} {--b--} {==c==}{>>why<<}, ~~no~~ C++ or g++`,
			`x<sup>2</sup>, H<sub>2</sub>O, <ins>put in</ins>, <kbd>Ctrl</kbd>+<kbd>C</kbd>, <ins>a</ins> <del>b</del> <mark>c</mark>, ~~no~~ C++ or g++`,
			'1 `{>>why<<}` is left out',
		],
		[
			'notes within a line',
			`A^[See [b](c.md).] d [^x].`,
			`A[^inline-1] d [^x].\n\n[^inline-1]: See [b](c.md).`,
		],
		[
			'what Logseq keeps of a block',
			`- a\n  id:: 6f\n  :LOGBOOK:\n  CLOCK: 1\n  :END:\n- Std::string`,
			`- a\n  \n  \n\n\n- Std::string`,
			'2 `id:: 6f` is left out',
			'3 `:LOGBOOK: CLOCK: 1 :END:` is left out',
		],
		[
			'elements around headings',
			`# A\n\n<div class="x">\n\n## B\n\n<div>\n\nc\n\n</div>\n\n</div>`,
			`# A\n\n\n\n## B\n\n<div>\n\nc\n\n</div>`,
			'3 `<div class="x">` is left out: it holds headings',
		],
		[
			'code that is put in',
			`\`\`\`rust\n{{#rustdoc_include a.rs:here}}\n--8<-- "b.py"\n\`\`\``,
			`\`\`\`rust\n{{#rustdoc_include a.rs:here}}\n--8<-- "b.py"\n\`\`\``,
			'2 `{{#rustdoc_include a.rs:here}}` is shown as text',
			'3 `--8<-- "b.py"` is shown as text',
		],
		[
			'nothing in code',
			`\`\`\`md\n:::note\n[[x]]\n:::\n\`\`\`\n\n    ==x==\n\n~~~\n{% x %}\n~~~`,
			`\`\`\`md\n:::note\n[[x]]\n:::\n\`\`\`\n\n    ==x==\n\n~~~\n{% x %}\n~~~`,
		],
	];

describe('notes of other programs', () => {
	for (const [name, source, made, ...said] of rows) {
		test(name, () => {
			const { source: text, foreign } = translate(source, (file) => files[file]);
			assert.equal(text.trimEnd(), made);
			const [own = ''] = text.split('\n\n[^inline-');
			assert.equal(own.split('\n').length, source.split(/\r\n|\r|\n/).length);
			assert.deepEqual(
				foreign.map(({ line, reason }) => `${line} ${reason}`),
				said,
			);
		});
	}
});
