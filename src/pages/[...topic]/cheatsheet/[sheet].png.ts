import type { APIRoute, GetStaticPaths } from 'astro';
import { renderFile, toFilePaths, type FileProps } from '../../../pressed.ts';

/** Pictures of both sides, where the build does not make them beside Astro. */
export const getStaticPaths = (() => toFilePaths('png')) satisfies GetStaticPaths;

export const GET: APIRoute<FileProps> = ({ props }) => renderFile(props);
