-- A replay reads the chat from any moment on, and goes on behind any message, without reading what was written before.
create index chat_message_in_time on chat_message (session_id, state, posted_at, id);

-- The queue of what is held is read by it as well.
drop index chat_message_held;
