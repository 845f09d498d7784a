import type { Colour } from './drawing.js';

// Contrast on white: text 15:1, quiet 6.4:1, accent 8.9:1 (WCAG 1.4.6 asks for 7:1 and 4.5:1 for large letters).
export const TEXT: Colour = [0.11, 0.13, 0.17];
export const QUIET: Colour = [0.34, 0.37, 0.42];
export const ACCENT: Colour = [0.1, 0.2, 0.42];
export const RULE: Colour = [0.8, 0.82, 0.86];
export const PANEL: Colour = [0.955, 0.962, 0.975];
