import type { Kind } from './placeholder.ts';
import { isHost, isRegistry, isRepository, isTag } from '../checks/image.ts';

interface Rule {
	isValid: (value: string) => boolean;
	/** What the value has to be, as the end of “has to be …”. */
	form: string;
}

const matches = (pattern: RegExp) => (value: string) => pattern.test(value);

/** What nobody means to have in a name: it would end the line or be invisible. */
const control = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** The longest value of any kind, in characters. */
const longest = 255;

/** A path in a Dockerfile stands between blanks, is no pattern, and no flag. */
const isPath = (value: string) => !/[\s*?[\]]|^-|^$/.test(value);

/**
 * The rules by kind: image references as https://github.com/distribution/reference has them, names
 * as Docker does (`[a-zA-Z0-9][a-zA-Z0-9_.-]+`), users as useradd(8) does.
 */
const rules: Readonly<Record<Kind, Rule>> = {
	repository: {
		isValid: isRepository,
		form: 'an image name in lower case without a tag, such as team/shop',
	},
	tag: { isValid: isTag, form: 'a tag: up to 128 letters, digits, _, . or -' },
	registry: {
		isValid: isRegistry,
		form: 'a registry or a namespace in lower case, such as ghcr.io/team',
	},
	host: { isValid: isHost, form: 'a host, such as registry.example.com:5000' },
	account: {
		isValid: matches(/^[A-Za-z0-9][A-Za-z0-9._@+-]{0,63}$/),
		form: 'an account name: letters, digits, ., _, @, + or -',
	},
	name: {
		isValid: matches(/^[A-Za-z0-9][A-Za-z0-9_.-]{1,127}$/),
		form: 'a name of two or more letters, digits, _, . or -, as Docker allows',
	},
	port: {
		isValid: (value) => /^[1-9]\d{0,4}$/.test(value) && Number(value) <= 65_535,
		form: 'a port from 1 to 65535',
	},
	user: {
		isValid: matches(/^[a-z_][a-z0-9_-]{0,31}$/),
		form: 'a Linux user: up to 32 small letters, digits, _ or -, no digit in front',
	},
	path: {
		isValid: (value) => value.startsWith('/') && isPath(value),
		form: 'an absolute path without blanks, such as /srv/shop',
	},
	file: { isValid: isPath, form: 'a file without blanks and wildcards, such as main.py' },
	module: {
		isValid: matches(/^[A-Za-z_][\w.]*:[A-Za-z_][\w.]*$/),
		form: 'a module and its app, such as shop.main:app',
	},
	word: {
		isValid: matches(/^[\w.-]+$/),
		form: 'one word of letters, digits, _, . or -',
	},
	text: { isValid: (value) => value.trim() !== '', form: 'a line of text' },
};

/** What is wrong with a value; nothing when it is good. */
export function findFault(kind: Kind, value: string): string | undefined {
	if (control.test(value)) return 'This has to be one line without control characters.';
	if (value.length > longest) return `This has to be ${longest} characters at most.`;
	const { isValid, form } = rules[kind];
	return isValid(value) ? undefined : `This has to be ${form}.`;
}
