import { expect, test, type Page } from '@playwright/test';
import { startDev, type Dev } from './dev.ts';
import { ports } from './playwright.config.ts';

/** By how much a save may take longer than it should, on a machine that does other work. */
const patience = Number(process.env['PATIENCE'] ?? 1);

let dev: Dev;

// A request that is under way while a save is stored can leave Vite with the page of before until the
// next save; readers do not ask that often, tests do.
test.describe.configure({ mode: 'serial', retries: 1 });

test.beforeAll(async () => {
	dev = await startDev('dev', ports.dev);
});

test.afterAll(() => dev.stop());

/** The panel with what is wrong, which only the development server has. */
function panelOf(page: Page) {
	return page.locator('notes-problems');
}

test('saving the notes refreshes the page within a second', async ({ page }) => {
	const path = '/dockerfile/instructions/copy/';
	await page.goto(dev.address + path);
	await expect(page.getByText('Copy files/folders from host to image.')).toBeVisible();
	const times: number[] = [];
	for (const [before, after] of [
		['Copy files/folders from host to image.', 'Copies what you name.'],
		['Copies what you name.', 'Copies it.'],
		['Copies it.', 'Copies this.'],
		['Copies this.', 'Copies that.'],
		['Copies that.', 'Copies both.'],
		['Copies both.', 'Copies anything.'],
	] as const) {
		dev.edit(`- ${before}`, `- ${after}`);
		times.push(await dev.timeUntil(path, after));
		// The page loads anew by itself; what it asks for then is not part of the next save.
		await expect(page.getByText(after).first()).toBeVisible();
		await page.waitForLoadState('networkidle');
	}
	expect(Math.min(...times)).toBeLessThan(1000 * patience);
});

test('only what has changed is rendered again, though all lines below have moved', async () => {
	const before = dev.log().length;
	dev.edit('- Copies anything.', '- Copies anything.\n- Copies more.\n- Copies the rest.');
	await dev.timeUntil('/dockerfile/instructions/copy/', 'Copies the rest.');
	const [, count, all] = /\[docs\] rendered (\d+) of (\d+)/.exec(dev.log().slice(before)) ?? [];
	expect(Number(all)).toBeGreaterThan(100);
	expect(Number(count)).toBeGreaterThan(0);
	expect(Number(count)).toBeLessThanOrEqual(3);
	const html = await (await fetch(`${dev.address}/dockerfile/dockerfile-best-practices/`)).text();
	const line = dev.read().split('\n').indexOf('### Dockerfile Best Practices') + 1;
	expect(html).toContain(`docker.md#L${line}"`);
});

test('a new section is in the sidebar and on the sheet', async ({ page }) => {
	await page.goto(`${dev.address}/cheatsheet/`);
	dev.edit('#### COPY\n', '#### ARG\n\n- A value for the build.\n\n#### COPY\n');
	dev.edit(
		'#### Do not run as root\n',
		'#### Name your stages\n\n- With `AS`.\n\n#### Do not run as root\n',
	);
	await expect(page.locator('.sheet').getByText('Name your stages.')).toBeVisible();
	const sidebar = page.getByRole('navigation', { name: 'Main' });
	await expect(sidebar.getByRole('link', { name: 'ARG', exact: true })).toBeVisible();
});

test('a heading renamed moves its page', async ({ page }) => {
	await page.goto(`${dev.address}/foundations/what-is-docker/`);
	const sidebar = page.getByRole('navigation', { name: 'Main' });
	await expect(sidebar.getByRole('link', { name: 'Why Docker?' })).toBeVisible();
	const renamed = dev.read().replaceAll('Why Docker?', 'Why containers?');
	dev.write(renamed.replaceAll('#why-docker', '#why-containers'));
	await dev.timeUntil('/foundations/why-containers/', 'Why containers?');
	await dev.waitForStatus('/foundations/why-docker/', 404);
	await expect(sidebar.getByRole('link', { name: 'Why containers?' })).toBeVisible();
	await expect(sidebar.getByRole('link', { name: 'Why Docker?' })).toHaveCount(0);
	await sidebar.getByRole('link', { name: 'Why containers?' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Why containers?');
});

test('a broken save shows its problem over the last good page until it is mended', async ({
	page,
}) => {
	await page.goto(`${dev.address}/dockerfile/instructions/workdir/`);
	const panel = panelOf(page);
	const summary = panel.locator('summary');
	await expect(summary).toHaveText(/^\d+ warnings?$/);
	await expect(panel.getByRole('link')).toHaveCount(0);
	const line = dev.read().split('\n').indexOf('#### WORKDIR') + 1;
	dev.edit('#### WORKDIR', '#### ');

	const item = panel
		.getByRole('listitem')
		.filter({ hasText: 'heading has no text [heading-has-text]' });
	await expect(item).toContainText('Write `#### Title`, or delete the line.');
	await expect(panel).toContainText('The pages are the last good ones.');
	const place = item.getByRole('link', { name: `notes/docker.md:${line}:1` });
	const editor = `/__open-in-editor?file=${encodeURIComponent(`src/content/notes/docker.md:${line}:1`)}`;
	await expect(place).toHaveAttribute('href', editor);
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('WORKDIR');
	await expect(item).toBeVisible();

	await summary.click();
	await expect(item).toBeHidden();
	await page.reload();
	await expect(summary).toHaveText(/^1 error\b/);
	await expect(item).toBeHidden();

	dev.edit('#### \n', '#### WORKDIR\n');
	dev.edit('Sets the working directory', 'Chooses the working directory');
	await expect(page.getByText('Chooses the working directory').first()).toBeVisible();
	await expect(summary).toHaveText(/^\d+ warnings?$/);
});

test('a mistake in the facts shows in the same place', async ({ page }) => {
	await page.goto(`${dev.address}/dockerfile/instructions/workdir/`);
	const file = 'src/content/instructions/workdir.yaml';
	const good = dev.read(file);
	dev.write(good.replace('is: layer', 'is: layers'), file);
	const item = panelOf(page).getByRole('listitem').first();
	await expect(item).toContainText('instructions/workdir.yaml:');
	await expect(item).toContainText('unknown value; allowed: layer, metadata, none');
	dev.write(good, file);
	await expect(panelOf(page).locator('summary')).toHaveText(/^\d+ warnings?$/);
});

test('a file of notes comes, moves and goes', async ({ page }) => {
	const [file, other] = ['src/content/notes/git.md', 'src/content/notes/version-control.md'];
	await page.goto(`${dev.address}/foundations/`);
	const sidebar = page.getByRole('navigation', { name: 'Main' });
	dev.write('# Git\n\n## Undo\n\nUse `git restore`.\n', file);
	await dev.waitForText('/git/undo/', 'git restore');
	await expect(sidebar.getByText('Git', { exact: true }).first()).toBeVisible();

	dev.move(file, other);
	await dev.waitForText('/version-control/undo/', 'git restore');
	await dev.waitForStatus('/git/undo/', 404);

	dev.write('# Git\n\n## Undo\n\nUse `git reset`.\n', other);
	await dev.waitForText('/version-control/undo/', 'git reset');

	dev.move(other, undefined);
	await dev.waitForStatus('/version-control/undo/', 404);
	await expect(sidebar.getByText('Git', { exact: true })).toHaveCount(0);
	await dev.waitForStatus('/foundations/', 200);
});

test('search works while writing', async ({ page }) => {
	await page.goto(`${dev.address}/`);
	await page.keyboard.press('/');
	await page.getByRole('combobox', { name: 'Search' }).fill('workdir');
	await page.locator('dialog').getByRole('option').first().click();
	await expect(page).toHaveURL(`${dev.address}/dockerfile/instructions/workdir/`);
});
