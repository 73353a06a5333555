import type { Rule } from './rule.ts';
import { fenceHasLanguage, fenceIsClosed, fenceTakesNoHeading } from './fences.ts';
import { fileExists, fileHasText, fileIsUtf8, textHasNoNul } from './file.ts';
import {
	headingDiffers,
	headingHasAddress,
	headingHasText,
	headingLeavesFrame,
	lastHeadingHasText,
} from './headings.ts';
import {
	imageFindsFile,
	linkFindsFile,
	linkFindsHeading,
	linkIsPublished,
	linkIsSafe,
} from './links.ts';
import { commentIsClosed, htmlHasParent, htmlIsClosed, htmlIsNested, htmlIsSafe } from './html.ts';
import { imageIsHere } from './pictures.ts';
import { sectionHasContent } from './sections.ts';
import { silenceHasEffect } from './silence.ts';
import { baseImageIsSupported, correctionFits, nothingIsLost } from './site.ts';
import { snippetHasOwnName, snippetShowsFault, snippetWorks } from './snippets.ts';
import { codeHasPlainSpaces, nameIsGivenOnce } from './text.ts';
import { textFollowsTitle, titleComesFirst, titleIsAlone } from './title.ts';

/** Everything that notes are checked for, whoever finds it; docs/notes.md is made from it. */
export const rules: readonly Rule[] = [
	fileExists,
	fileIsUtf8,
	fileHasText,
	textHasNoNul,
	titleComesFirst,
	titleIsAlone,
	textFollowsTitle,
	headingHasText,
	lastHeadingHasText,
	headingHasAddress,
	headingDiffers,
	headingLeavesFrame,
	sectionHasContent,
	fenceIsClosed,
	fenceTakesNoHeading,
	fenceHasLanguage,
	linkFindsHeading,
	linkFindsFile,
	imageFindsFile,
	linkIsPublished,
	linkIsSafe,
	nameIsGivenOnce,
	imageIsHere,
	htmlIsClosed,
	htmlHasParent,
	htmlIsSafe,
	htmlIsNested,
	commentIsClosed,
	codeHasPlainSpaces,
	snippetWorks,
	snippetShowsFault,
	snippetHasOwnName,
	correctionFits,
	baseImageIsSupported,
	nothingIsLost,
	silenceHasEffect,
];
