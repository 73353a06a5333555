import type { Field } from './lexicon.ts';

/**
 * Every number that ranking goes by, each with the query that shows what it is for. Change one, then
 * run `npm run search:quality`.
 */

/** The tiers of whole-name matches; what is matched word by word scores below 1. */
export const tiers = {
	/** `copy` is COPY, though many pages are titled with the word. */
	name: 10,
	/** `FROM --platform flag should not use constant value`: a message is no option. */
	message: 10.8,
	/** `docker run` is the command, `run` alone is RUN. */
	typed: 10.5,
	/** `docker ps -a` is the flag of that very command. */
	ownedOption: 9,
	/** `-t` is an option before it is a letter. */
	option: 8,
	/** `env var` is ENV; no heading comes before. */
	alias: 7,
	/** `networks` is the section of that title. */
	heading: 6,
	/** `how to copy` is COPY, but `volume is in use` is a message before it is VOLUME. */
	bareName: 5.6,
	/** `using an env var` is ENV. */
	bareAlias: 5.5,
	/** `what is a container` is the section of that title. */
	bareHeading: 5.4,
	/** `dockerfile` is what a Dockerfile is before the list of pages about it. */
	aside: 5.2,
	/** `EXPOSE 80` is a line of a Dockerfile. */
	line: 5,
	/** `# syntax=docker/dockerfile:1` has a word of the data in it, as it stands. */
	quoted: 4.2,
	/** `|| exit 1` stands in this very code. */
	literal: 4,
	/** `compose d`, `hea`: the name that is being typed. */
	begun: 3,
};

/** What a full match in each field is worth. */
export const fields: Readonly<Record<Field, number>> = {
	/** `volume create`: the command before texts that say "create a volume". */
	name: 1,
	/** `bash into container`: words that were written down for this come close to a name. */
	alias: 0.95,
	/** `port is already allocated`: a pasted message is told by most of its words. */
	error: 0.95,
	/** `files outside build context`: a title says what its section is about. */
	heading: 0.85,
	/** `list containers`: the one-line summary says the same in a sentence. */
	text: 0.5,
};

/** How well one word stands for another. */
export const matches = {
	/** `remove images`: remove also means prune. */
	synonym: 0.7,
	/** `workd`: the beginning of a word that is being typed; grows to 1 with its length. */
	prefix: 0.6,
	/** `multi stage`: a word that is whole is hardly the beginning of `multiple`. */
	whole: 0.6,
	/** `healtcheck`: one typo. */
	typo: 0.75,
	/** `enviromentt`: two typos in a long word. */
	typos: 0.5,
	/** `work dir`, `multistage`: words written together or apart. */
	joined: 0.95,
};

/** How telling a word is beside what its rarity says. */
export const emphasis: Readonly<Record<string, number>> = {
	/** `multi stage dockerfile example`: everything here is about Dockerfiles. */
	dockerfil: 0.4,
	/** `remove old containers` is not about images; the noun tells commands apart. */
	container: 1.4,
	imag: 1.4,
	volum: 1.4,
	network: 1.4,
};

/** How the parts of a score are put together. */
export const shares = {
	/** `container logs`: the best single phrase decides … */
	phrase: 0.7,
	/** … `copy root owner`: and all that is said of an entry, its owner's name included, helps. */
	whole: 0.3,
	/** `none none images`: a phrase that is wholly matched beats one that has more to say. */
	complete: 0.35,
	/** `lose data when container exits`: each word that is missing costs more than its share. */
	missing: 1.4,
	/** `--filter dangling=true`: of equal tiers the one that the other words speak of. */
	words: 0.3,
	/** `docker exec web bash`: the command that the line begins with. */
	line: 0.25,
	/** How much the owner's name counts for its part: `copy root ownership`. */
	owner: 0.6,
	/** A pasted message counts as wholly matched from here on, whatever stands around it. */
	message: 0.75,
	/** `network`: of equal matches the page that comes first in the index, by so much in all. */
	order: 0.04,
	/** `persist data`: of equal matches a page before its sections, and those before options. */
	page: 0.02,
	option: -0.02,
	/** `dokcerfile`: a list of pages comes after what it lists. */
	aside: 0.7,
	/** `cmd vs entrypoint`: from here on a text counts as being about a side. */
	side: 0.5,
};

/** Longer queries are cut: nobody types so much, and what is pasted says it at its beginning. */
export const longest = 300;

/** How much is shown. */
export const most = {
	/** `image`: a screenful from the small index … */
	hits: 12,
	/** … and as much again from the full text. */
	texts: 8,
	/** `docker run`: a card has these flags; the others stand on the page. */
	parts: 6,
	/** `dokcer`: names to choose from when nothing was found. */
	nearest: 5,
	/** … by the beginning of what was typed. */
	letters: 40,
};

/** From here on the names alone are sure of the best answer: `docker ps`, not `ps output`. */
export const sure = 6;

/** The full text may end a word otherwise, so much of it has to be the same: `installs`. */
export const alike = 0.7;

/** What has less than this share of the best score is left out: `copy` is not about `docker cp`. */
export const close = 0.3;

/** What scores less is left to the full text. Tuned for `the quick brown fox`. */
export const least = 0.2;

/** Words shorter than these take no typo, and only one: `tag` is not `tar`. */
export const typoLengths = { one: 4, two: 8 };
