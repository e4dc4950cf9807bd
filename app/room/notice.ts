/** Rises when the words of `room.lobby.keptText` change their meaning. */
export const roomNoticeVersion = "1";
