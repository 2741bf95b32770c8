import '../decisions/place.js';
export const answer = 1;
