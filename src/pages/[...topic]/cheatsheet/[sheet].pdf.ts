import type { APIRoute, GetStaticPaths } from 'astro';
import { renderFile, toFilePaths, type FileProps } from '../../../pressed.ts';

/** The sheets to print, where the build does not make them beside Astro. */
export const getStaticPaths = (() => toFilePaths('pdf')) satisfies GetStaticPaths;

export const GET: APIRoute<FileProps> = ({ props }) => renderFile(props);
