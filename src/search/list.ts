import type { Group } from './group.ts';
import type { Hit } from './hit.ts';
import { renderGroup } from './row.ts';

/** The results in view. What is shown once stays where it is while more joins below. */
export interface List {
	/** Shows results; `isSame` when they answer the same query as those in view. */
	show: (groups: readonly Group[], isSame: boolean) => void;
	/** Moves the active result by some places, round at both ends. */
	move: (step: number) => void;
	/** The active result, and its option. */
	active: () => { hit: Hit; option: HTMLElement } | undefined;
}

/** Results below a combobox; the pattern is https://www.w3.org/WAI/ARIA/apg/patterns/combobox/. */
export function startList(input: HTMLInputElement, list: HTMLElement, base: string): List {
	let shown: Group[] = [];
	let at = 0;
	const optionsOf = () => [...list.querySelectorAll<HTMLElement>('[role=option]')];
	const activate = (next: number, isMoved: boolean) => {
		at = next;
		for (const [index, option] of optionsOf().entries()) {
			option.setAttribute('aria-selected', String(index === at));
			if (index === at && isMoved) option.scrollIntoView({ block: 'nearest' });
		}
		const id = optionsOf()[at]?.id;
		if (id === undefined) input.removeAttribute('aria-activedescendant');
		else input.setAttribute('aria-activedescendant', id);
	};
	return {
		show: (groups, isSame) => {
			const kept = isSame ? shown.findIndex((group, index) => !isEqual(group, groups[index])) : 0;
			const same = kept < 0 ? shown.length : kept;
			while (list.children.length > same) list.lastElementChild?.remove();
			const added = groups.slice(same);
			list.append(
				...added.map((group, index) => renderGroup(group, `${list.id}-${same + index}`, base)),
			);
			shown = [...groups];
			input.setAttribute('aria-expanded', String(groups.length > 0));
			if (!isSame) requestAnimationFrame(() => list.parentElement?.scrollTo({ top: 0 }));
			activate(isSame ? at : 0, false);
		},
		move: (step) => {
			const { length } = optionsOf();
			if (length > 0) activate((at + step + length) % length, true);
		},
		active: () => {
			const hit = shown.flatMap(({ hits }) => hits)[at];
			const option = optionsOf()[at];
			return hit && option && { hit, option };
		},
	};
}

function isEqual(a: Group, b: Group | undefined): boolean {
	return JSON.stringify(toSigns(a)) === JSON.stringify(b && toSigns(b));
}

/** What a reader would notice a change of. */
function toSigns({ kind, hits }: Group) {
	return { kind, hits: hits.map(({ href, text }) => [href, text]) };
}
