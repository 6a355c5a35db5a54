package org.aliasrelay.alias.contract;

/**
 * {@code POST /internal/notices}: the text of a notice, which lives in the memory of one attempt.
 *
 * @param noticeId from {@link NoticeDue}
 */
public record NoticeRequest(String noticeId) {}
