/** Above this nothing is opened: five times what mail servers let through, and room for a scanned plan. */
export const LARGEST_FILE = 250_000_000;

/** Bytes from the start of a file that recognition needs: ZIP-based office formats name themselves within these. */
export const SNIFF_LENGTH = 65_536;
