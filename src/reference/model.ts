import type { Answer } from './schema/answer.ts';
import type { Check, Usage } from './schema/check.ts';
import type { Command } from './schema/command.ts';
import type { ComposeKeys, Watchout } from './schema/watchouts.ts';
import type { Guide } from './schema/guide.ts';
import type { Instruction } from './schema/instruction.ts';
import type { Correction, Lifecycle, PageWords, TruthTable, Versions } from './schema/lists.ts';
import type { Sources } from './schema/shared.ts';

/** Facts with the path of their file, whose name is the last part of their address. */
export type Named<T> = T & { id: string; file: string };

/** The facts of one instruction, command or check, one answer or one guide. */
export type InstructionFacts = Named<Instruction>;
export type CommandFacts = Named<Command>;
export type CheckFacts = Named<Check>;
export type AnswerFacts = Named<Answer>;
export type GuideFacts = Named<Guide>;

/** All facts of the project. */
export interface Reference {
	instructions: InstructionFacts[];
	commands: CommandFacts[];
	checks: CheckFacts[];
	answers: AnswerFacts[];
	guides: GuideFacts[];
	corrections: Correction[];
	lifecycles: Lifecycle[];
	tables: TruthTable[];
	usage: Usage[];
	sources: Sources;
	versions: Versions | undefined;
	watchouts: Watchout[];
	composeKeys: ComposeKeys[];
	words: PageWords[];
	synonyms: string[][];
}
