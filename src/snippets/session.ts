/** How the lines of a record of a session begin. */
interface Prompts {
	/** What stands before a command. */
	first: RegExp;
	/** What stands before a line that a command goes on in. */
	next: RegExp;
	/** Whether a command goes on in the next line. */
	goesOn: (line: string) => boolean;
}

/** `$ `, `% `, `me@host:~$ `, `[me@host app]# `, `bash-5.2# `, `/app # ` of BusyBox. */
const unix: Prompts = {
	first:
		/^\s*(?:\([\w.-]+\) )?(?:➜  \S+ (?:git:\(\S+\) )?(?:✗ )?|[$%❯➜] |\[[\w.-]+@[\w.-]+[^\]]*\][$#%] |[\w.-]+@[\w.-]+(?:[: ]\S*)? ?[$#%>] |(?:ba|z|da)?sh-[\d.]+[$#] |(?:~|\/[\w./-]*) ?[$#] )/,
	next: /^> ?/,
	goesOn: (line) => /(?:\\|\||&&|[({]|\b(?:do|then|else)|^case .* in)\s*$/.test(line),
};

/** `# docker ps`: only in records of sessions, because it is a comment anywhere else. */
const root: Prompts = { ...unix, first: /^\s*# / };

/** `PS C:\> `, and `C:\> ` of `cmd`. */
const windows: Prompts = {
	first: /^\s*(?:PS(?: [^>\n]*)?> ?|[A-Za-z]:\\[^>\n]*> ?)/,
	next: /^(?:>> ?|More\? )/,
	goesOn: (line) => /[`^|,{(]\s*$/.test(line),
};

/** Languages of what was seen on a screen. */
const records = /^(?:console|shellsession|shell-session|terminal|session)$/;

/**
 * What is typed in a snippet of the shell: in a record of a session (lines with prompts) only the
 * commands, without prompts and without output; everything of any other snippet, as it stands. The
 * browser copies by it, so that this file leaves all parsers alone.
 */
export function toTyped(code: string, language?: string): string {
	const lines = code.split('\n');
	const prompts = findPrompts(withoutHeredocs(lines), language?.toLowerCase());
	return prompts === undefined ? code : readTyped(lines, prompts).join('\n');
}

/** What a heredoc holds is no prompt. */
function withoutHeredocs(lines: readonly string[]): string[] {
	let end: string | undefined;
	return lines.filter((line) => {
		const isBody = end !== undefined;
		if (!isBody) end = toHeredoc(line);
		else if (line.replace(/^> ?/, '').trim() === end) end = undefined;
		return !isBody;
	});
}

/** The word that ends the heredoc that a line begins. */
function toHeredoc(line: string): string | undefined {
	return /<<-?\s*\\?["']?(\w+)/.exec(line)?.[1];
}

function findPrompts(lines: readonly string[], language: string | undefined): Prompts | undefined {
	const found = [unix, windows].find(({ first }) => lines.some((line) => first.test(line)));
	if (found !== undefined || language === undefined || !records.test(language)) return found;
	return lines.some((line) => root.first.test(line)) ? root : undefined;
}

function readTyped(lines: readonly string[], { first, next, goesOn }: Prompts): string[] {
	const typed: string[] = [];
	let open = { isOpen: false, quote: '', heredoc: '' };
	let isNext = false;
	for (const [at, line] of lines.entries()) {
		const isBody = open.heredoc !== '';
		// What a shell asks for goes on as long as it asks, such as to the `done` of a loop.
		isNext &&= next.test(line) && !first.test(line);
		if (!open.isOpen && !isNext && !first.test(line)) {
			if (isRemark(lines.slice(at), first)) typed.push(line);
			continue;
		}
		isNext = (open.isOpen || isNext) && next.test(line) && line.startsWith('>');
		const text = line.replace(open.isOpen || isNext ? next : first, '');
		typed.push(text);
		if (isBody) {
			if (text.trim() === open.heredoc) open = { isOpen: false, quote: '', heredoc: '' };
			continue;
		}
		const quote = toQuote(text, open.quote);
		const heredoc = quote === '' ? (toHeredoc(text) ?? '') : '';
		open = { isOpen: quote !== '' || heredoc !== '' || goesOn(text), quote, heredoc };
	}
	return typed;
}

/** Whether a line is a comment on the command below it; what programs print may begin so, too. */
function isRemark([line = '', ...below]: readonly string[], first: RegExp): boolean {
	const comment = /^\s*#(?:\s|$)/;
	const behind = below.find((one) => one.trim() !== '' && !comment.test(one));
	return comment.test(line) && behind !== undefined && first.test(behind);
}

/** The quote that is open behind a line. */
function toQuote(line: string, before: string): string {
	let quote = before;
	const plain = line.replace(/\\./g, '').replace(/(?<=\w)'(?=\w)/g, '');
	for (const sign of plain) {
		if (quote === '' && sign === '#' && /(?:^|\s)#/.test(plain.slice(0, plain.indexOf('#') + 1)))
			break;
		if (quote === '' && (sign === '"' || sign === "'")) quote = sign;
		else if (sign === quote) quote = '';
	}
	return quote;
}
