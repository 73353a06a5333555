/**
 * Takes the README's picture of the site: the home page of the last build in a real browser.
 * `npm run picture`, after `npm run build`.
 */
import { chromium } from '@playwright/test';
import { preview } from 'astro';
import sharp from 'sharp';
import { findBrowser } from './tools.ts';

const picture = '.github/picture.png';
const executablePath = findBrowser();
const server = await preview({ server: { port: 4414 }, logLevel: 'error' });
const browser = await chromium.launch({
	...(executablePath !== undefined && { executablePath }),
	args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(`http://localhost:${server.port}/`, { waitUntil: 'networkidle' });
const shot = await page.screenshot();
await sharp(shot).resize({ width: 1080 }).png({ palette: true, colours: 64 }).toFile(picture);
await browser.close();
await server.stop();
console.log(`${picture} shows the home page.`);
