import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { visit } from 'unist-util-visit';
import { parseOutline } from '../src/notes/notes.ts';
import { loadSite } from '../src/site.ts';
import { toEnvironment } from '../src/env.ts';
import { findBroken, normalise, pageAt, readBuilt, readText } from './built.ts';
import { root, sites, toAddress, toPublicUrl } from './built.ts';
import { files, foundations, instructions, others } from './addresses.ts';

const loaded = loadSite(pathToFileURL(root), toEnvironment(process.env).today);
assert.ok(loaded.ok);
const inner = loaded.pages.map((page) => ({ ...page, address: `/${page.id}/` }));

/** The pages that are made of other things than Markdown. */
const own = ['/cheatsheet/', '/snippets/'];

/** The code of every fence of a page's Markdown, in order. */
function toCodes(markdown: string): string[] {
	const codes: string[] = [];
	visit(parseOutline(markdown).root, 'code', (node) => {
		codes.push(node.value);
	});
	return codes;
}

for (const site of sites) {
	describe(`the site ${site.name}`, () => {
		const built = readBuilt(site);
		const hrefs = (address: string, selector: string): string[] => {
			const $ = pageAt(built, address);
			const links = $(selector).toArray();
			return links.map((link) => toAddress(site, $(link).attr('href') ?? ''));
		};

		test('has the addresses that outside links depend on', () => {
			const stable = [...foundations, ...instructions, ...others];
			assert.deepEqual(
				stable.filter((address) => !built.pages.has(address)),
				[],
			);
			assert.deepEqual(
				files.filter((file) => !built.files.includes(file)),
				[],
			);
		});

		test('has a page for each page of the notes, the sheet, the home page and nothing else', () => {
			const others = ['/', '/404.html', '/search/', ...own];
			const expected = [...others, ...inner.map(({ address }) => address)];
			assert.deepEqual([...built.pages.keys()].sort(), expected.sort());
		});

		test('has no link, source or anchor that leads nowhere', () => {
			assert.deepEqual(findBroken(built), []);
		});

		for (const { id, address, title, line, file, parents } of inner) {
			test(`${address} has title, way back, neighbours and its line in the notes`, () => {
				const $ = pageAt(built, address);
				assert.equal($('h1').text().trim(), title);
				const [edit = ''] = hrefs(address, 'footer .meta a');
				const place = line === undefined ? (file ?? '') : `src/content/notes/docker.md#L${line}`;
				assert.ok(edit.endsWith(place === '' ? '' : `/edit/main/${place}`), edit);

				const crumbs = hrefs(address, 'nav[aria-label="Breadcrumbs"] a');
				assert.deepEqual(
					crumbs,
					parents.map((parent) => `/${parent}/`),
				);

				const at = inner.findIndex((page) => page.id === id);
				const neighbours = [inner[at - 1], inner[at + 1]].map((page) => page && [page.address]);
				assert.deepEqual(hrefs(address, 'a[rel=prev]'), neighbours[0] ?? []);
				assert.deepEqual(hrefs(address, 'a[rel=next]'), neighbours[1] ?? []);

				const expected = inner.filter((page) => page.parents.at(-1) === id);
				const listed = hrefs(address, 'main .sl-markdown-content :is(li, th) > a');
				if (expected.length === 0) return;
				assert.deepEqual(listed.sort(), expected.map((page) => page.address).sort());
			});
		}

		for (const address of [...inner.map((page) => page.address), ...own, '/404.html']) {
			test(`the sidebar of ${address} lists the pages around it once and marks the current one`, () => {
				const isOpen = (parent: string): boolean =>
					inner.filter((page) => page.parents.at(-1) === parent).length <= 20 ||
					address.startsWith(`/${parent}/`);
				const around = inner.filter(({ parents }) => parents.every(isOpen));
				const expected = [...around.map((page) => page.address), ...own];
				assert.deepEqual(hrefs(address, '#starlight__sidebar .top-level a'), expected);
				const marked = hrefs(address, '#starlight__sidebar a[aria-current=page]');
				assert.deepEqual(marked, address === '/404.html' ? [] : [address]);
			});
		}

		for (const { address, body } of inner) {
			const codes = toCodes(body);
			if (codes.length === 0) continue;
			test(`${address} shows the code of its source to the byte`, () => {
				const $ = pageAt(built, address);
				const blocks = $('main .expressive-code').toArray();
				const shown = blocks.map((block) =>
					$(block)
						.find('.ec-line .code')
						.toArray()
						.map((line) => $(line).text().replace(/\n$/, ''))
						.join('\n'),
				);
				assert.deepEqual(shown, codes);
			});
		}

		test('compares containers and VMs in a table with heads for columns and rows', () => {
			const $ = pageAt(built, '/foundations/containers-vs-vms/');
			const texts = (selector: string): string[] =>
				$(selector)
					.toArray()
					.map((cell) => $(cell).text());
			assert.deepEqual(texts('thead th[scope=col]'), ['Aspect', 'Containers', 'VMs']);
			const rows = ['Isolation', 'Kernel', 'Size', 'Startup', 'Use case'];
			assert.deepEqual(texts('tbody tr > th[scope=row]:first-child'), rows);
			assert.equal($('tbody tr > td').length, 10);
		});

		test('lists the instructions with what they do and an example', () => {
			const $ = pageAt(built, '/dockerfile/instructions/');
			const rows = $('tbody tr')
				.toArray()
				.map((row) => {
					const cells = $(row).children().toArray();
					const [name = '', example = '', what = ''] = cells.map((cell) => $(cell).text());
					const href = toAddress(site, $(row).find('th[scope=row] a').attr('href') ?? '');
					assert.equal($(row).find('td > code').text(), example);
					return { name, what, example, href };
				});
			assert.deepEqual(rows.map(({ href }) => href).sort(), instructions.toSorted());
			for (const { name, what, example, href } of rows) {
				assert.equal(href, `/dockerfile/instructions/${name.toLowerCase()}/`);
				assert.equal(pageAt(built, href)('meta[name=description]').attr('content'), what);
				assert.ok(example.startsWith(`${name} `), `${name}: ${example}`);
			}
			const probe = 'HEALTHCHECK CMD curl --fail http://localhost:8000/health || exit 1';
			assert.equal(rows.find(({ name }) => name === 'HEALTHCHECK')?.example, probe);
		});

		test('keeps a flag on the home page in one piece', () => {
			const flags = pageAt(built, '/')('.home-instructions .flag').toArray();
			assert.deepEqual(
				flags.map((flag) => pageAt(built, '/')(flag).text()),
				['--build-arg'],
			);
		});

		test('tells robots of the sitemap, and the sitemap tells of every page', () => {
			const index = toPublicUrl(site, '/sitemap-index.xml');
			assert.match(readText(site, 'robots.txt'), new RegExp(`^Sitemap: ${index}$`, 'm'));
			const toPlaces = (file: string): string[] =>
				[...readText(site, file).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, place = '']) => place);
			assert.deepEqual(toPlaces('sitemap-index.xml'), [toPublicUrl(site, '/sitemap-0.xml')]);
			const expected = [...built.pages.keys()].filter((address) => address !== '/404.html');
			const places = expected.map((address) => toPublicUrl(site, address));
			assert.deepEqual(toPlaces('sitemap-0.xml').sort(), places.sort());
		});

		test('leaves punctuation as the author typed it', () => {
			const multiStage = pageAt(built, '/dockerfile/multi-stage-builds/')('main').text();
			assert.ok(multiStage.includes('COPY --from=builder /app/server /server'));
			const add = normalise(pageAt(built, '/dockerfile/instructions/add/')('main').text());
			assert.ok(add.includes("unless ADD's special features"));
			const images = pageAt(built, '/dockerfile/building-managing-images/')('main');
			assert.ok(images.text().includes('Use --format to extract specific fields.'));
			for (const { address, line } of inner) {
				if (line === undefined) continue;
				const $ = pageAt(built, address);
				$('.sl-anchor-link, aside').remove();
				assert.doesNotMatch($('main').text(), /[–—“”‘…]/, address);
			}
		});
	});
}
