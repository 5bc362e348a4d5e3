// dependency-cruiser gives swc no word about JSX, so that every .tsx would be a syntax error. Preloaded before it, this adds the word.
import swc from '@swc/core';

const { parseFileSync } = swc;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });
