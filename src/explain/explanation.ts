import type { Lifecycle } from '../reference/schema/lists.ts';

/** A piece of a sentence: words, code, or either of them as a link. */
export type Part = string | { code: string; href?: string } | { text: string; href: string };

/** Words for a reader; what comes from a file stands in it as code. */
export type Sentence = Part[];

/** A page as what people read of it, and its address: below the site's root, or with a host. */
export interface Link {
	text: string;
	href: string;
}

/** What is said beside an option, a variable or a key. */
export interface Row {
	label: Sentence;
	text: Sentence;
}

/** What an instruction leaves in the image. */
export type Effect = 'layer' | 'metadata' | 'none';

/** Some lines of the file with what they do. */
export interface Block {
	/** The first line, with the comments above, and the last one, counted from 1. */
	start: number;
	last: number;
	/** The line that findings name. */
	line: number;
	/** What is explained: `COPY`, `--publish`, `services.web`; empty for comments. */
	name: string;
	/** The lines as they stand in the file. */
	code: string;
	text: Sentence;
	effect?: Effect;
	/** The page that says more. */
	href?: string | undefined;
	rows: Row[];
	/** What the next build does again when these lines change. */
	again?: Sentence | undefined;
}

/** How one stage uses another one. */
export interface Use {
	/** The number of the stage that is used, counted from 0. */
	stage: number;
	line: number;
	how: 'base' | 'copy' | 'mount';
}

/** A stage in the picture of all of them. */
export interface StageView {
	name: string;
	line: number;
	last: number;
	/** The image that it starts from, where it is no other stage. */
	image: string | undefined;
	role: 'result' | 'used' | 'unused';
	uses: Use[];
}

/** Something that is wrong, or that surprises people. */
export interface Finding {
	/** A build check's name, or the name of a watch-out. */
	rule: string;
	kind: 'check' | 'watch out';
	line: number;
	text: Sentence;
	/** What the facts say of it. */
	why: Sentence;
	/** What to write in place of its lines, where that can be said. */
	instead?: string | undefined;
	links: Link[];
}

/** Everything that is said of a text. */
export interface Explanation {
	kind: 'dockerfile' | 'command' | 'compose' | 'nothing';
	/** What the text is, in one sentence. */
	summary: Sentence;
	/** What could not be read or explained, with the line where there is one. */
	notices: { line: number | undefined; text: Sentence }[];
	findings: Finding[];
	/** What was looked for. */
	looked: Sentence;
	/** What the image or the container is like. */
	result: Row[];
	stages: StageView[];
	blocks: Block[];
}

/** The explanation of a text of which there is nothing more to say. */
export function toNothing(summary: Sentence): Explanation {
	const empty = { notices: [], findings: [], looked: [], result: [], stages: [], blocks: [] };
	return { kind: 'nothing', summary, ...empty };
}

/** A fact with the page that says more and with what it rests on. */
export interface Fact {
	text: string;
	href: string;
	links: Link[];
}

/** What is known of an instruction. */
export interface InstructionFact {
	effect: Effect;
	/** What each option does, and each type of mount. */
	options: Record<string, string>;
	mounts: Record<string, string>;
}

/** What is known of a command of the shell. */
export interface CommandFact {
	/** Every way to type it, the plain one first. */
	names: string[];
	href: string;
	summary: string;
	/** What each flag does, by the ways to write it; `=` where a value follows: `--publish -p=`. */
	flags: Record<string, string>;
}

/** What Dockerfiles are explained with. */
export interface DockerfileFacts {
	instructions: Record<string, InstructionFact>;
	/** By the names of build checks, watch-outs, and rules of hadolint. */
	facts: Record<string, Fact>;
	/** By the name of a parser directive. */
	directives: Record<string, string>;
	/** The images whose support has ended. */
	lifecycles: (Omit<Lifecycle, 'checked'> & { until: string })[];
	/** What our build checks are, and the command that decides. */
	agreement: string;
	decider: string;
}

/** What command lines and Compose files are explained with; a browser gets it when it meets one. */
export interface OtherFacts {
	commands: CommandFact[];
	compose: Record<'file' | 'service' | 'build', { url: string; keys: Record<string, string> }>;
}

/** All that texts are explained with. */
export type ExplainFacts = DockerfileFacts & OtherFacts;

/** The most characters that are read; a longer text is no file that somebody wrote. */
export const mostCharacters = 500_000;
