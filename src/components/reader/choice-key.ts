/** Where the reader's choice lies in localStorage. */
export const choiceKey = 'reader';
