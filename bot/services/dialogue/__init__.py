"""Early dialogue as people do it: one class for each job, over one casework."""
