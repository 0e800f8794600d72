"""How people's words find their way onto the list of municipalities."""
