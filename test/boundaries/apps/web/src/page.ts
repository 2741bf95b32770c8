import '../../../libs/files/src/files.js';
