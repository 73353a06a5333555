import type {
	ExpressiveCodePlugin,
	StarlightExpressiveCodeOptions,
} from '@astrojs/starlight/expressive-code';
import { visit } from 'unist-util-visit';

/**
 * HTML has no `<div>` inside `<code>`, and Expressive Code makes one for each line. Its style sheets
 * go by class and lay lines out as a grid, so a `<span>` looks the same.
 */
const validLines: ExpressiveCodePlugin = {
	name: 'valid-lines',
	hooks: {
		postprocessRenderedBlock: ({ renderData }) => {
			visit(renderData.blockAst, { tagName: 'code' }, (code) => {
				visit(code, { tagName: 'div' }, (line) => {
					line.tagName = 'span';
				});
			});
		},
	},
};

/** Languages of commands. */
const shells: ReadonlySet<string> = new Set(['bash', 'sh', 'shell', 'console', 'powershell']);

/**
 * A command of one line goes on in the next where it is too long for the page, but between words: a
 * flag with its dashes stays whole. Longer code scrolls, because its lines mean something.
 */
const wrappedCommands: ExpressiveCodePlugin = {
	name: 'wrapped-commands',
	hooks: {
		preprocessMetadata: ({ codeBlock }) => {
			const { language, code } = codeBlock;
			const isCommand = shells.has(language) && !code.trim().includes('\n');
			if (isCommand) codeBlock.props.wrap = true;
		},
		postprocessRenderedLine: ({ codeBlock, renderData }) => {
			if (!codeBlock.props.wrap) return;
			visit(renderData.lineAst, { tagName: 'span' }, (token) => {
				const [text] = token.children;
				if (text?.type !== 'text' || !/^\s*\S*-\S*\s*$/.test(text.value)) return;
				token.properties['dataWord'] = '';
			});
		},
	},
};

/** How code blocks look. The copy button is ours (`src/components/copy.ts`). */
export const codeBlocks: StarlightExpressiveCodeOptions = {
	themes: ['github-dark', 'github-light'],
	// WCAG 2.2 AA asks for 4.5:1; comments in most themes have less.
	minSyntaxHighlightingColorContrast: 5,
	tabWidth: 0,
	// The theme of the page is always said.
	useDarkModeMediaQuery: false,
	// Two properties in src/styles/content.css do it.
	useThemedScrollbars: false,
	// Snippets have no title, and what `+` and `-` say in a diff is part of it.
	frames: false,
	textMarkers: false,
	plugins: [validLines, wrappedCommands],
	styleOverrides: {
		borderRadius: '6px',
		borderColor: 'var(--line)',
		codeBackground: 'var(--code-paper)',
		codeForeground: 'var(--ink)',
		codeFontSize: '0.875rem',
		codeLineHeight: '1.55',
		codePaddingInline: '0.75rem',
		codePaddingBlock: '0.5rem',
	},
	// As code outside of Markdown looks, which `src/components/Snippet.astro` colours.
	customizeTheme: (theme) => {
		const isDark = theme.type === 'dark';
		theme.settings.push(
			{
				name: 'Instructions and commands',
				scope: ['keyword.other.special-method.dockerfile', 'entity.name.command.shell'],
				settings: { fontStyle: 'bold', foreground: isDark ? '#a5b4fc' : '#4338ca' },
			},
			{
				name: 'Arguments',
				scope: ['string.unquoted.argument.shell'],
				settings: { foreground: isDark ? '#e1e4e8' : '#24292e' },
			},
		);
		return theme;
	},
};
