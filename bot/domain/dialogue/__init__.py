"""Early dialogue: from asking for a conversation to a record of it that both sides have confirmed."""
