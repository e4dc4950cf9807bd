/** Rises when the words of `room.notice.text` change their meaning. */
export const roomNoticeVersion = "1";
