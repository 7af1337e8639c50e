/** No roster or form comes near it, and more would only fill the memory. */
export const longestUploadBytes = 60_000_000
