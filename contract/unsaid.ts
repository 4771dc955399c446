/** In place of free text that might tell a score while ranks are hidden. */
export const UNSAID = '隐藏名次期间不显示'
