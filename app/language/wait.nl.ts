/** For the browser of a page that waits; few words, since every page loads them. */
export const wait = { waiting: "Even geduld, de verbinding is weg. Wat u typte, blijft staan." };
