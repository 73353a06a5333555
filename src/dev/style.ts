/** The look of the panel: system colours, which follow the theme of the page that it lies on. */
export const style = `
	:host {
		position: fixed;
		inset-block-end: 12px;
		inset-inline-end: 12px;
		z-index: 1000;
		max-inline-size: min(560px, calc(100vw - 24px));
		font: 13px/1.45 system-ui, sans-serif;
	}
	@media print {
		:host {
			display: none;
		}
	}
	details {
		max-block-size: 50vh;
		overflow: auto;
		overscroll-behavior: contain;
		padding: 4px 12px;
		border: 1px solid color-mix(in srgb, CanvasText 25%, Canvas);
		border-inline-start: 3px solid var(--edge);
		border-radius: 6px;
		background: Canvas;
		color: CanvasText;
	}
	.error {
		--edge: light-dark(#b91c1c, #f87171);
	}
	.warning {
		--edge: light-dark(#b45309, #fbbf24);
	}
	summary {
		cursor: pointer;
		font-weight: 600;
	}
	details[open] summary {
		margin-block-end: 4px;
	}
	p {
		margin: 0;
		color: color-mix(in srgb, CanvasText 75%, Canvas);
	}
	ul {
		margin: 4px 0 0;
		padding: 0;
		list-style: none;
	}
	li {
		padding: 6px 0;
		border-block-start: 1px solid color-mix(in srgb, CanvasText 15%, Canvas);
		overflow-wrap: anywhere;
	}
	a {
		color: var(--edge);
		font-family: ui-monospace, monospace;
		font-size: 12px;
	}
`;
